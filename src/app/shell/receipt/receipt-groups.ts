import type { ActivityEntry } from '#contract/activity';

/** What a receipt counts, in the order in which it does. */
export const RECEIPT_GROUPS = [
  'usersRegistered',
  'usersChanged',
  'usersDeleted',
  'requestsNew',
  'requestsDecided',
  'requestsChanged',
  'requestsDeleted',
  'imagesChanged',
] as const;
export type ReceiptGroup = (typeof RECEIPT_GROUPS)[number];

const KINDS: ReadonlyMap<string, ReceiptGroup> = new Map([
  ['user.registered', 'usersRegistered'],
  ['user.deleted', 'usersDeleted'],
  ['partner.requested', 'requestsNew'],
  ['partner.approved', 'requestsDecided'],
  ['partner.needs-info', 'requestsDecided'],
  ['partner.rejected', 'requestsDecided'],
  ['partner.deleted', 'requestsDeleted'],
]);

/** How often each happened; what did not is left out. */
export function countsOf(lines: readonly ActivityEntry[]): readonly { readonly group: ReceiptGroup; readonly count: number }[] {
  return RECEIPT_GROUPS.map((group) => ({ group, count: lines.filter((line) => groupOf(line) === group).length })).filter(({ count }) => count > 0);
}

function groupOf({ namespace, kind }: ActivityEntry): ReceiptGroup {
  const group = KINDS.get(kind);
  if (group) return group;
  switch (namespace) {
    case 'users':
      return 'usersChanged';
    case 'partner-places':
      return 'requestsChanged';
    case 'site-settings':
      return 'imagesChanged';
  }
}
