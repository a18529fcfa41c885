import { CreateAdminStaff } from '#contract/admin-staff';
import * as v from 'valibot';
import type { NewAdmin } from '../../../core/api/staff-api';
import type { MessageKey } from '../../../core/i18n/translations';

export type Field = keyof NewAdmin;
export const EMPTY: NewAdmin = { name: '', email: '', password: '', birthDate: '', contractValidUntil: '', jobTitle: '' };
/** What a date field holds while its date is not complete, or is none: browsers tell no more. */
export const INCOMPLETE = 'incomplete';

/** In the order of the form. */
const COMPLAINTS: Readonly<Record<Field, { readonly missing: MessageKey; readonly malformed: MessageKey }>> = {
  name: { missing: 'staff.form.nameMissing', malformed: 'staff.malformed' },
  email: { missing: 'staff.form.emailMissing', malformed: 'staff.form.emailMalformed' },
  password: { missing: 'staff.form.passwordShort', malformed: 'staff.form.passwordShort' },
  jobTitle: { missing: 'staff.malformed', malformed: 'staff.malformed' },
  birthDate: { missing: 'staff.form.dateIncomplete', malformed: 'staff.form.dateIncomplete' },
  contractValidUntil: { missing: 'staff.form.dateIncomplete', malformed: 'staff.form.dateIncomplete' },
};
export const FIELDS = Object.keys(COMPLAINTS) as readonly Field[];

/** What is wrong with each field, by the contract's own rules. @param today `YYYY-MM-DD`. */
export function complaints(values: NewAdmin, today: string): ReadonlyMap<Field, MessageKey> {
  const found = new Map<Field, MessageKey>();
  for (const field of FIELDS) {
    if (v.safeParse(CreateAdminStaff.entries[field], values[field]).success) continue;
    const { missing, malformed } = COMPLAINTS[field];
    found.set(field, values[field].trim() === '' ? missing : malformed);
  }
  if (!found.has('birthDate') && values.birthDate > today) found.set('birthDate', 'staff.form.birthAhead');
  return found;
}
