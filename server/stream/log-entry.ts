import type { ActivityKind } from '#contract/activity';
import type { Broadcast, PERSONAL } from '#contract/events';
import type { Id } from '#contract/primitives';
import type { Actor } from '#contract/stream';
import type { StreamName } from '#contract/streams';
import type * as v from 'valibot';

/** A broadcast of any stream. */
export type AnyBroadcast = { [N in StreamName]: { readonly stream: N } & Broadcast<N> }[StreamName];

/** A broadcast to be logged, and what people will want to know about it. */
export type LogEntry = AnyBroadcast & {
  readonly kind: ActivityKind;
  readonly actor: Actor;
  /** Whom or what it was done to: by id, a site image by its slot. The label outlives the subject: it is what the history shows once that is deleted. */
  readonly subject: { readonly id: string; readonly label: string };
  /** Free text such as a ban's reason. */
  readonly note?: string;
};

type PersonalPayloads = { [E in keyof typeof PERSONAL]: v.InferInput<(typeof PERSONAL)[E]> };

/** An event for one account, or for one of its sessions only. */
export type PersonalEntry = { [E in keyof PersonalPayloads]: { readonly event: E; readonly payload: PersonalPayloads[E] } }[keyof PersonalPayloads] & {
  readonly to: { readonly accountId: Id } | { readonly sessionId: Id };
  /** Whether the receiving sockets, with all their namespaces, are ended after it. */
  readonly disconnect: boolean;
};

/** How a personal entry is kept in the log. */
export interface PersonalDelivery {
  readonly room: string;
  readonly payload: unknown;
  readonly disconnect: boolean;
}

/** Every socket of an account, whatever the namespace. Admins' too: the contract knows one kind of room. */
export const accountRoom = (accountId: Id): string => `user:${accountId}`;
/** Every socket of one sign-in. */
export const sessionRoom = (sessionId: Id): string => `session:${sessionId}`;
