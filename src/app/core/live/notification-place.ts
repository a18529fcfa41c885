import { type Notification, notificationContent } from '#contract/notifications';
import { activityPlace, type ActivityPlace } from './activity-place';

/** Where to look at what a notification is about; undefined for what is gone, and for types that this build does not know. */
export function notificationPlace(notification: Pick<Notification, 'type' | 'data'>): ActivityPlace | undefined {
  const content = notificationContent(notification);
  if (!content) return undefined;
  if (content.type === 'image.changed') {
    const { slot } = content.data;
    return activityPlace({ namespace: 'site-settings', kind: content.type, subject: { id: slot, label: slot } });
  }
  const { requestId, placeName } = content.data;
  const kind = content.type === 'partner.decided' && content.data.action === 'delete' ? 'partner.deleted' : content.type;
  return activityPlace({ namespace: 'partner-places', kind, subject: { id: requestId, label: placeName } });
}
