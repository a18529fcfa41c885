/** How long to stay away after 429 from a server that does not say. In seconds; the documented limits count by the minute. */
const WINDOW_SECONDS = 60;

/**
 * @returns seconds to wait, by `Retry-After` (a number of seconds or a date, RFC 9110) or else by
 * `X-RateLimit-Reset`; for 429 without either, one window of the limit. Undefined: nothing is said.
 */
export function retryAfter(status: number, headers: { get(name: string): string | null }, now = Date.now()): number | undefined {
  const seconds = parseRetryAfter(headers.get('Retry-After'), now);
  if (seconds !== undefined || status !== 429) return seconds;
  return parseReset(headers.get('X-RateLimit-Reset'), now) ?? WINDOW_SECONDS;
}

/** @returns seconds until a limit's window ends. Servers write them as seconds from now, or as a moment in seconds or milliseconds. */
export function parseReset(header: string | null, now = Date.now()): number | undefined {
  if (header === null || !/^\d+(?:\.\d+)?$/u.test(header)) return undefined;
  const value = Number(header);
  const seconds = value > 1e12 ? (value - now) / 1000 : value > 1e9 ? value - now / 1000 : value;
  return Math.max(0, Math.ceil(seconds));
}

function parseRetryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  const seconds = /^\d+$/u.test(header) ? Number(header) : Math.ceil((Date.parse(header) - now) / 1000);
  return Number.isFinite(seconds) ? Math.max(0, seconds) : undefined;
}
