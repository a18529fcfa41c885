import type { MessageKey } from './translations';

const KINDS: ReadonlyMap<string, MessageKey> = new Map<string, MessageKey>([
  ['user.registered', 'activity.user.registered'],
  ['user.renamed', 'activity.user.renamed'],
  ['user.photo-changed', 'activity.user.photoChanged'],
  ['user.email-verified', 'activity.user.emailVerified'],
  ['user.phone-verified', 'activity.user.phoneVerified'],
  ['user.banned', 'activity.user.banned'],
  ['user.unbanned', 'activity.user.unbanned'],
  ['user.deleted', 'activity.user.deleted'],
  ['partner.requested', 'activity.partner.requested'],
  ['partner.approved', 'activity.partner.approved'],
  ['partner.needs-info', 'activity.partner.needsInfo'],
  ['partner.rejected', 'activity.partner.rejected'],
  ['partner.messaged', 'activity.partner.messaged'],
  ['partner.reopened', 'activity.partner.reopened'],
  ['partner.edited', 'activity.partner.edited'],
  ['partner.replied', 'activity.partner.replied'],
  ['partner.deleted', 'activity.partner.deleted'],
  ['image.replaced', 'activity.image.replaced'],
  ['image.removed', 'activity.image.removed'],
  ['image.restored', 'activity.image.restored'],
]);

/** What happened, in words, by the kind of an activity entry. A newer server knows kinds that we do not. */
export function activityText(kind: string): MessageKey {
  return KINDS.get(kind) ?? 'activity.changed';
}
