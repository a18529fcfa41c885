import * as v from 'valibot';

/** Who may hear a stream: admins only, or anyone, also without an account. */
type Audience = 'admins' | 'anyone';

/**
 * Each namespace whose broadcasts are numbered, and who may hear it: by its socket, by its replay (`GET /events`) and in
 * the activity. Their events are in `events.ts`. Personal events (`account.banned`, notifications) are in no stream.
 */
const AUDIENCES = {
  users: 'admins',
  'partner-places': 'admins',
  // Site images are public, and so is the news of them.
  'site-settings': 'anyone',
} as const satisfies Record<string, Audience>;

export type StreamName = keyof typeof AUDIENCES;
export const STREAMS = Object.keys(AUDIENCES) as readonly StreamName[];
export const StreamName = v.picklist(STREAMS);

/** @param reader the kind of account that asks; `anonymous` without one. */
export function mayHear(stream: StreamName, reader: 'admin' | 'user' | 'anonymous'): boolean {
  const audience: Audience = AUDIENCES[stream];
  return audience === 'anyone' || reader === 'admin';
}
