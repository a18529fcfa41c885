import { CreateAdminStaff } from '#contract/admin-staff';
import { isVisible } from '#contract/visible-text';
import * as v from 'valibot';
import type { NewAdmin } from '../../../core/api/staff-api';
import type { Message, MessageKey } from '../../../core/i18n/translations';
import { overLimit } from '../../../ui/over-limit';

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

/** The longest that the contract takes of what is written freely. */
const LIMITS: Readonly<Partial<Record<Field, number>>> = { name: 200, email: 254, password: 200, jobTitle: 100 };

/** Which fields are too long and by how much, said while they are typed. */
export function excesses(values: NewAdmin): ReadonlyMap<Field, Message> {
  const found = new Map<Field, Message>();
  for (const field of FIELDS) {
    const over = overLimit(values[field], LIMITS[field] ?? Infinity);
    if (over) found.set(field, over);
  }
  return found;
}

/** What is wrong with each field, by the contract's own rules. @param today `YYYY-MM-DD`. */
export function complaints(values: NewAdmin, today: string): ReadonlyMap<Field, MessageKey> {
  const found = new Map<Field, MessageKey>();
  for (const field of FIELDS) {
    const [fault] = v.safeParse(CreateAdminStaff.entries[field], values[field]).issues ?? [];
    if (fault === undefined) continue;
    const { missing, malformed } = COMPLAINTS[field];
    if (!isVisible(values[field])) found.set(field, missing);
    else found.set(field, fault.message === 'INVISIBLE' ? 'common.invisibleWord' : malformed);
  }
  if (!found.has('birthDate') && values.birthDate > today) found.set('birthDate', 'staff.form.birthAhead');
  return found;
}
