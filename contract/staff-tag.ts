import type { AdminStaffListed } from './admin-staff';
import { rowTag } from './row-tag';

const WHO = ['name', 'email', 'jobTitle', 'contractValidUntil'] as const;
const BAN = ['isBanned', 'bannedAt'] as const;

/** What each action on an admin's account rests on, as `user-tag` has it for users. */
const RESTS_ON = { ban: [...WHO, ...BAN], unban: BAN, delete: [...WHO, ...BAN] } as const satisfies Record<string, readonly (keyof AdminStaffListed)[]>;
export type StaffDecision = keyof typeof RESTS_ON;

/** @returns the value of `If-Match` for an action on an admin as they were seen: 409 `STALE`, `current` the admin, when they are another by now. */
export function staffTag(admin: AdminStaffListed, decision: StaffDecision): string {
  return rowTag(admin, RESTS_ON[decision]);
}
