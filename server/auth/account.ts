import type { Id } from '#contract/primitives';
import type { Actor } from '#contract/stream';

export type AccountKind = 'admin' | 'user';

/** Who is asking, as the guard found it in the database for this very request. `name` goes into the event log as the actor's. */
export interface Account {
  readonly kind: AccountKind;
  readonly id: Id;
  readonly name: string;
  readonly sessionId: Id;
}

/** @returns the account as the history names who did something. */
export function actorOf({ kind, id, name }: Account): Actor {
  return { kind, id, name };
}
