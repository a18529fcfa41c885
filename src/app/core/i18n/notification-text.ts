import { type Notification, notificationContent } from '#contract/notifications';
import { isolated } from './isolated';
import { slotName } from './subject-names';
import type { Message, MessageKey } from './translations';

const DECISIONS = {
  approve: 'notification.partner.approved',
  'request-details': 'notification.partner.needsInfo',
  reject: 'notification.partner.rejected',
  message: 'notification.partner.messaged',
  reopen: 'notification.partner.reopened',
  delete: 'notification.partner.deleted',
} as const satisfies Readonly<Record<string, MessageKey>>;

const IMAGES = {
  uploaded: 'notification.image.uploaded',
  removed: 'notification.image.removed',
  restored: 'notification.image.restored',
} as const satisfies Readonly<Record<string, MessageKey>>;

/** What a notification says, for whatever language; undefined where only its own English `title` and `body` can. */
export function notificationText(notification: Pick<Notification, 'type' | 'data'>): Message | undefined {
  const content = notificationContent(notification);
  switch (content?.type) {
    case undefined:
      return undefined;
    case 'partner.requested':
    case 'partner.edited':
    case 'partner.replied': {
      const { placeName, contactName } = content.data;
      return { key: PARTNERS[content.type], args: { place: isolated(placeName), name: isolated(contactName) } };
    }
    case 'partner.decided': {
      const { placeName, actorName, action } = content.data;
      return { key: DECISIONS[action], args: { place: isolated(placeName), name: isolated(actorName) } };
    }
    case 'image.changed': {
      const { slot, change, actorName } = content.data;
      return { key: IMAGES[change], args: { slot: slotName(slot) ?? isolated(slot), name: isolated(actorName) } };
    }
  }
}

const PARTNERS = {
  'partner.requested': 'notification.partner.requested',
  'partner.edited': 'notification.partner.edited',
  'partner.replied': 'notification.partner.replied',
} as const satisfies Readonly<Record<string, MessageKey>>;
