import { type Notification, notificationSortKey } from '#contract/notifications';
import { type PartnerRequest, partnerRequestMatches, partnerRequestSortKey, type PartnerRequestsQuery } from '#contract/partner-places';
import { compareText } from '#contract/text';
import { type PublicUser, userMatches, userSortKey, type UsersQuery } from '#contract/users';
import type { RowRules } from '@moien/live/engine';

/** Identity, order and membership of the lists there are, the same for a list that a server pages and for one that is held whole. */
export const USER_RULES: RowRules<PublicUser, UsersQuery> = {
  id: ({ id }) => id,
  sortKey: (user, { sort }) => userSortKey(user, sort),
  compare: compareText,
  descending: ({ dir }) => dir === 'desc',
  matches: userMatches,
  filters: ({ q, status, verified, country }) => q !== undefined || status !== undefined || verified !== undefined || (country?.length ?? 0) > 0,
};

export const PARTNER_REQUEST_RULES: RowRules<PartnerRequest, PartnerRequestsQuery> = {
  id: ({ id }) => id,
  sortKey: partnerRequestSortKey,
  compare: compareText,
  descending: () => false,
  matches: partnerRequestMatches,
  filters: ({ status }) => status !== undefined,
};

export const NOTIFICATION_RULES: RowRules<Notification, null> = {
  id: ({ id }) => id,
  sortKey: notificationSortKey,
  compare: compareText,
  descending: () => false,
  matches: () => true,
  filters: () => false,
};
