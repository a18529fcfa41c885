import type { AdminStaff, AdminStaffListed } from '#contract/admin-staff';
import type { PublicUser } from '#contract/users';

/** An id that differs by `n`. */
export function anId(n = 1): string {
  return `3f2504e0-4f89-41d3-9a0c-${String(n).padStart(12, '0')}`;
}

export function anAdmin(differences: Partial<AdminStaff> = {}): AdminStaff {
  return {
    id: anId(900),
    name: 'Lea Weber',
    email: 'lea.weber@moien.example',
    photoUrl: null,
    birthDate: null,
    contractValidUntil: null,
    jobTitle: null,
    createdAt: '2026-01-05T08:00:00.000Z',
    ...differences,
  };
}

export function aUser(differences: Partial<PublicUser> = {}): PublicUser {
  return {
    id: anId(1),
    fullName: 'Ana Maria Souza',
    countryCode: 'LU',
    countryName: 'Luxembourg',
    phone: '+352621123456',
    isBanned: false,
    bannedAt: null,
    phoneVerified: true,
    email: 'ana.souza@example.com',
    emailVerified: true,
    photoUrl: null,
    createdAt: '2026-02-01T12:00:00.000Z',
    ...differences,
  };
}

/** An admin as the list of staff has them. */
export function aColleague(differences: Partial<AdminStaffListed> = {}): AdminStaffListed {
  return { ...anAdmin({ id: anId(9) }), isBanned: false, bannedAt: null, banReason: null, ...differences };
}
