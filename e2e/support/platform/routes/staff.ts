import * as v from 'valibot';
import type { Parts } from '../parts';
import { Refusal } from '../refusal';
import { date, email, password, text } from '../validation';

const NewAdmin = v.object({
  name: text,
  email,
  password,
  birthDate: v.optional(date),
  contractValidUntil: v.optional(date),
  jobTitle: v.optional(text),
});

export function staffRoutes({ endpoints, staff, uploads }: Parts): void {
  endpoints.add('admin', 'get', '/admin-staff', {}, () => staff.list().map((row) => staff.tell(row)));
  endpoints.add('admin', 'post', '/admin-staff', { fields: NewAdmin, file: 'photo', status: 201 }, ({ body, file }) => {
    const { birthDate = null, contractValidUntil = null, jobTitle = null, ...account } = body;
    const photoUrl = file === undefined ? null : uploads.keep(file);
    return staff.tell(staff.create({ ...account, birthDate, contractValidUntil, jobTitle, photoUrl }));
  });
  endpoints.add('admin', 'delete', '/admin-staff/:id', {}, ({ param, claims }) => {
    staff.requireDelete(claims.sub);
    if (param('id') === claims.sub) throw new Refusal(403, 'You cannot delete your own account');
    staff.delete(param('id'));
    return { ok: true };
  });
}
