import { Service } from '@angular/core';
import { parseReset, retryAfter } from './retry-after';

/** With less than this share of a limit left, what can wait waits: an office of admins shares one address. */
const RESERVE = 0.3;
/** So far apart desks that waited for the same moment begin again. In milliseconds. */
const SPREAD_MS = 5_000;

interface Headers {
  get(name: string): string | null;
}

/** What the server said of its limits, so that the desk slows down before it is refused. */
@Service()
export class RateLimit {
  private until = 0;

  /** Notes what an answer says: `X-RateLimit-*` where the browser may read them, and a refusal by 429. */
  note(status: number, headers: Headers): void {
    const [limit, remaining] = [numberIn(headers, 'X-RateLimit-Limit'), numberIn(headers, 'X-RateLimit-Remaining')];
    const isScarce = limit !== undefined && remaining !== undefined && remaining < limit * RESERVE;
    const seconds = status === 429 ? retryAfter(status, headers) : isScarce ? parseReset(headers.get('X-RateLimit-Reset')) : undefined;
    if (seconds !== undefined) this.until = Math.max(this.until, Date.now() + seconds * 1000 + Math.random() * SPREAD_MS);
  }

  /** @returns milliseconds for which requests that no admin waits for should not leave. */
  restraint(): number {
    return Math.max(0, this.until - Date.now());
  }
}

function numberIn(headers: Headers, name: string): number | undefined {
  const header = headers.get(name);
  return header !== null && /^\d+$/u.test(header) ? Number(header) : undefined;
}
