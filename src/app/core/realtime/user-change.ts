import type { Broadcast } from '#contract/events';
import type { PublicUser } from '#contract/users';
import type { Change } from '@moien/live/engine';

/** What a broadcast of `/users` does to a list of users. */
export function userChange(broadcast: Broadcast<'users'>): Change<PublicUser> {
  switch (broadcast.event) {
    case 'users.created':
      return { kind: 'created', row: broadcast.payload };
    case 'users.updated':
      return { kind: 'updated', row: broadcast.payload };
    case 'users.deleted':
      return { kind: 'deleted', id: broadcast.payload.id };
  }
}
