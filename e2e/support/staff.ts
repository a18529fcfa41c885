import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { AdminStaffAnswer } from '#contract/admin-staff';
import type { AdminApi } from '../../tools/admin-api';

export interface Colleague {
  readonly id: string;
  readonly email: string;
  readonly password: string;
}

/** Makes an admin whom a journey may ban or delete without being in another's way. */
export async function hire(api: AdminApi): Promise<Colleague> {
  const email = `${randomBytes(6).toString('hex')}@moien.lu`;
  const password = randomBytes(12).toString('base64url');
  const { user } = v.parse(AdminStaffAnswer, await api.request('POST', '/admin-staff', { name: 'Temporary Colleague', email, password }));
  return { id: user.id, email, password };
}
