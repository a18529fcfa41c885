import type * as v from 'valibot';
import { SessionEnded } from './auth';
import { Notification, NotificationRead, NotificationsReadAll } from './notifications';
import { PartnerPlacesChanged } from './partner-places';
import { AboutImagesPatch, AboutImageUpdated, HeroImage, LandingImagesPatch, LandingImageUpdated } from './site-settings';
import type { EventMeta, StreamBatch } from './stream';
import type { StreamName } from './streams';
import { AccountBanned, PublicUserPayload, UserDeleted } from './users';

/** The schema of every broadcast, by stream and event name. */
export const BROADCASTS = {
  users: { 'users.created': PublicUserPayload, 'users.updated': PublicUserPayload, 'users.deleted': UserDeleted },
  'partner-places': { 'partner-places.changed': PartnerPlacesChanged },
  'site-settings': {
    'hero-image.updated': HeroImage,
    'landing-image.updated': LandingImageUpdated,
    'landing-images.updated': LandingImagesPatch,
    'about-image.updated': AboutImageUpdated,
    'about-images.updated': AboutImagesPatch,
  },
} as const satisfies Record<StreamName, Readonly<Record<string, v.GenericSchema>>>;

/** The schema of every event that goes to one account only. The first two reach every namespace that account is connected to. */
export const PERSONAL = {
  'account.banned': AccountBanned,
  'session.ended': SessionEnded,
  'notifications.created': Notification,
  'notifications.read': NotificationRead,
  'notifications.readAll': NotificationsReadAll,
} as const;

type Payloads = typeof BROADCASTS;

/** Event name → payload, of one namespace. */
export type BroadcastPayloads<N extends keyof Payloads> = {
  [E in keyof Payloads[N]]: Payloads[N][E] extends v.GenericSchema ? v.InferOutput<Payloads[N][E]> : never;
};

/** A broadcast as a discriminated union: `{ event: 'users.created', payload: PublicUser } | …`. */
export type Broadcast<N extends keyof Payloads> = {
  [E in keyof BroadcastPayloads<N>]: { readonly event: E; readonly payload: BroadcastPayloads<N>[E] };
}[keyof BroadcastPayloads<N>];

type Listeners<TPayloads> = { [E in keyof TPayloads]: (payload: TPayloads[E], meta?: EventMeta) => void };
interface AccountEvents {
  'account.banned': (payload: AccountBanned) => void;
  'session.ended': (payload: SessionEnded) => void;
}
interface StreamEvents {
  stream: (batch: StreamBatch) => void;
}

/** Socket.IO's event maps, server to client, one a namespace. Clients emit nothing. */
export type UsersServerEvents = Listeners<BroadcastPayloads<'users'>> & StreamEvents & AccountEvents;
export type PartnerPlacesServerEvents = Listeners<BroadcastPayloads<'partner-places'>> & StreamEvents & AccountEvents;
export type SiteSettingsServerEvents = Listeners<BroadcastPayloads<'site-settings'>> & StreamEvents & AccountEvents;
export interface NotificationsServerEvents extends AccountEvents {
  'notifications.created': (payload: Notification) => void;
  'notifications.read': (payload: NotificationRead) => void;
  'notifications.readAll': (payload: NotificationsReadAll) => void;
}

/** Every namespace's path and event map. */
export interface Namespaces {
  '/users': UsersServerEvents;
  '/partner-places': PartnerPlacesServerEvents;
  '/site-settings': SiteSettingsServerEvents;
  '/notifications': NotificationsServerEvents;
}
export const NAMESPACES = ['/users', '/notifications', '/site-settings', '/partner-places'] as const satisfies readonly (keyof Namespaces)[];
