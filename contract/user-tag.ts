import type { PublicUser } from './public-user';
import { rowTag } from './row-tag';

const WHO = ['fullName', 'email', 'phone', 'countryCode', 'photoUrl'] as const;
const BAN = ['isBanned', 'bannedAt'] as const;

/**
 * What each action on a user rests on, so that a change of anything else does not stand in its way: of a ban lifted, that very
 * ban; of a ban, whose it is. A deletion cannot be taken back and rests on all of it.
 */
const RESTS_ON = {
  rename: ['fullName'],
  ban: [...WHO, ...BAN],
  unban: BAN,
  delete: [...WHO, ...BAN, 'emailVerified', 'phoneVerified'],
} as const satisfies Record<string, readonly (keyof PublicUser)[]>;
export type UserDecision = keyof typeof RESTS_ON;

/** @returns the value of `If-Match` for an action on a user as they were seen: 409 `STALE`, `current` the user, when they are another by now. */
export function userTag(user: PublicUser, decision: UserDecision): string {
  return rowTag(user, RESTS_ON[decision]);
}
