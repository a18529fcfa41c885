import type { StreamName } from '#contract/streams';

/** What the feed can be narrowed to, as the address says it. */
export const ACTIVITY_GROUPS = ['users', 'requests', 'images'] as const;
export type ActivityGroup = (typeof ACTIVITY_GROUPS)[number];

/** How each begins its kinds, and which stream tells of it. */
export const GROUP_FACTS: Readonly<Record<ActivityGroup, { readonly kind: string; readonly stream: StreamName }>> = {
  users: { kind: 'user.', stream: 'users' },
  requests: { kind: 'partner.', stream: 'partner-places' },
  images: { kind: 'image.', stream: 'site-settings' },
};
