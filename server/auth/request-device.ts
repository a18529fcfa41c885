import type { Request } from 'express';

const LENGTH_MAX = 300;

/** What the list of sessions calls the device: the browser's own words, shortened; clients make them readable. */
export function deviceOf(request: Request): string {
  return request.get('User-Agent')?.slice(0, LENGTH_MAX) ?? '';
}
