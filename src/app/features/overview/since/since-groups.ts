import type { SinceYouLeft } from '#contract/overview';

/** What is told of the time away, in the order in which it is. */
export const SINCE_GROUPS = [
  'registered',
  'banned',
  'usersChanged',
  'usersDeleted',
  'requested',
  'decided',
  'requestsChanged',
  'requestsDeleted',
  'imagesChanged',
] as const;
export type SinceGroup = (typeof SINCE_GROUPS)[number];

const KINDS: ReadonlyMap<string, SinceGroup> = new Map([
  ['user.registered', 'registered'],
  ['user.banned', 'banned'],
  ['user.deleted', 'usersDeleted'],
  ['partner.requested', 'requested'],
  ['partner.approved', 'decided'],
  ['partner.needs-info', 'decided'],
  ['partner.rejected', 'decided'],
  ['partner.deleted', 'requestsDeleted'],
]);

/** Where what a group counts can be seen. */
export interface SincePlace {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
}
export const SINCE_PLACES: Readonly<Record<SinceGroup, SincePlace>> = {
  registered: { path: '/users', query: {} },
  banned: { path: '/users', query: { status: 'banned' } },
  usersChanged: { path: '/overview', query: { activity: 'users' } },
  usersDeleted: { path: '/overview', query: { activity: 'users' } },
  requested: { path: '/partner-places', query: { status: 'pending' } },
  decided: { path: '/overview', query: { activity: 'requests' } },
  requestsChanged: { path: '/overview', query: { activity: 'requests' } },
  requestsDeleted: { path: '/overview', query: { activity: 'requests' } },
  imagesChanged: { path: '/overview', query: { activity: 'images' } },
};

type Counts = NonNullable<SinceYouLeft['data']>['counts'];

/** How often each happened; what did not is left out, and so is what a newer server alone knows. */
export function sinceGroups(counts: Counts): readonly { readonly group: SinceGroup; readonly count: number }[] {
  return SINCE_GROUPS.map((group) => ({
    group,
    count: counts.filter(({ kind }) => groupOf(kind) === group).reduce((sum, { n }) => sum + n, 0),
  })).filter(({ count }) => count > 0);
}

function groupOf(kind: string): SinceGroup | undefined {
  const group = KINDS.get(kind);
  if (group) return group;
  if (kind.startsWith('user.')) return 'usersChanged';
  if (kind.startsWith('partner.')) return 'requestsChanged';
  return kind.startsWith('image.') ? 'imagesChanged' : undefined;
}
