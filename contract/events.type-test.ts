// Compiled, never run: what must not compile, does not. An expectation that no longer fails is an error itself.
import type { Server } from 'socket.io';
import type { Socket } from 'socket.io-client';
import type { Broadcast, NotificationsServerEvents, PartnerPlacesServerEvents, SiteSettingsServerEvents, UsersServerEvents } from './events';
import type { PublicUser } from './users';

/** Clients emit nothing. */
type NoEvents = Record<never, never>;
declare const user: PublicUser;
declare const meta: { log: string; seq: number; at: string };
declare const server: Server<NoEvents, UsersServerEvents>;
declare const users: Socket<UsersServerEvents, NoEvents>;
declare const places: Socket<PartnerPlacesServerEvents, NoEvents>;
declare const images: Socket<SiteSettingsServerEvents, NoEvents>;
declare const notifications: Socket<NotificationsServerEvents, NoEvents>;

// The server sends what was agreed …
server.emit('users.created', user, meta);
server.emit('users.deleted', { id: user.id });
server.to('user:1').emit('account.banned', { kind: 'banned', message: '', at: '' });
// … and nothing else.
// @ts-expect-error a deletion says which user
server.emit('users.deleted', {});
// @ts-expect-error the id alone, not the user
server.emit('users.deleted', user.id);
// @ts-expect-error a creation carries the whole user
server.emit('users.created', { id: user.id });
// @ts-expect-error no such event
server.emit('users.renamed', user);
// @ts-expect-error an event of another namespace
server.emit('partner-places.changed', { kind: 'created', at: '' });
// @ts-expect-error no such kind
server.emit('account.banned', { kind: 'gone', message: '', at: '' });
// @ts-expect-error a position has its log
server.emit('users.created', user, { seq: 1, at: '' });
// @ts-expect-error null is not "no photo" for a name
server.emit('users.updated', { ...user, fullName: null });

// The client hears what was agreed.
users.on('users.updated', (payload, position) => void [payload.photoUrl satisfies string | null, position?.seq satisfies number | undefined]);
users.on('stream', (batch) => void (batch.events[0]?.payload satisfies unknown));
images.on('landing-images.updated', (patch) => void (patch.whyFresh satisfies string | null | undefined));
places.on('partner-places.changed', ({ id }) => void (id satisfies string | undefined));
notifications.on('notifications.readAll', ({ userId }) => void (userId satisfies string));
// @ts-expect-error no such event
users.on('users.renamed', () => undefined);
// @ts-expect-error the payload is a user, not its id
users.on('users.created', (id: string) => void id);
// @ts-expect-error a creation has no version
users.on('users.created', (payload) => void payload.version);
// @ts-expect-error no such slot
images.on('landing-images.updated', (patch) => void patch.whyCheap);
// @ts-expect-error a place may be unnamed: the whole list is stale then
places.on('partner-places.changed', ({ id }) => void (id satisfies string));
// @ts-expect-error clients emit nothing
users.emit('users.deleted', { id: user.id });

// A broadcast's name decides its payload.
void ({ event: 'users.deleted', payload: { id: user.id } } satisfies Broadcast<'users'>);
// @ts-expect-error the payload of another event
void ({ event: 'users.created', payload: { id: user.id } } satisfies Broadcast<'users'>);
