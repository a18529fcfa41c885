import type { AdminStaff, AdminStaffListed } from '#contract/admin-staff';
import type { AdminRow } from '../database/schema';

/** An admin as the contract's `AdminStaffDto`. */
export function adminStaffView(row: AdminRow): AdminStaff {
  const { id, name, email, photoUrl, birthDate, contractValidUntil, jobTitle, createdAt } = row;
  return { id, name, email, photoUrl, birthDate, contractValidUntil, jobTitle, createdAt: createdAt.toISOString() };
}

/** The same, as the list of admins shows it. */
export function adminStaffListed(row: AdminRow): AdminStaffListed {
  const { isBanned, bannedAt, banReason } = row;
  return { ...adminStaffView(row), isBanned, bannedAt: bannedAt?.toISOString() ?? null, banReason };
}
