import * as v from 'valibot';
import { CalendarDate, Email, Id, ImageUrl, lineOf, NewPassword, orNothing, proseOf, Timestamp } from './primitives';

/** `AdminStaffDto`. */
export const AdminStaff = v.object({
  id: Id,
  name: lineOf(200),
  email: Email,
  photoUrl: v.nullable(ImageUrl),
  birthDate: v.nullable(CalendarDate),
  contractValidUntil: v.nullable(CalendarDate),
  jobTitle: v.nullable(lineOf(100)),
  createdAt: Timestamp,
});
export type AdminStaff = Readonly<v.InferOutput<typeof AdminStaff>>;

/** `GET /admin-staff`: each with whether the account is banned, since when and why (ours). */
export const AdminStaffListed = v.object({
  ...AdminStaff.entries,
  isBanned: v.optional(v.boolean(), false),
  bannedAt: v.optional(v.nullable(Timestamp), null),
  banReason: v.optional(v.nullable(v.string()), null),
});
export type AdminStaffListed = Readonly<v.InferOutput<typeof AdminStaffListed>>;

/** The answer of `GET /admin-staff`, or (an older server) the bare array. */
export const AdminStaffList = v.union([
  v.object({ data: v.array(AdminStaffListed) }),
  v.pipe(
    v.array(AdminStaffListed),
    v.transform((data) => ({ data })),
  ),
]);
export type AdminStaffList = Readonly<v.InferOutput<typeof AdminStaffList>>;

/** Answer to a change of one admin. */
export const AdminStaffAnswer = v.object({ ok: v.literal(true), user: AdminStaffListed });
export type AdminStaffAnswer = Readonly<v.InferOutput<typeof AdminStaffAnswer>>;

/** `POST /admin-staff/:id/ban`. The reason goes into the e-mail to the admin. */
export const BanAdmin = v.object({ reason: v.optional(proseOf(500)) });
export type BanAdmin = Readonly<v.InferOutput<typeof BanAdmin>>;

/** `POST /admin-staff`, multipart: these fields and an optional file `photo`. An empty field counts as absent. */
export const CreateAdminStaff = v.object({
  name: lineOf(200),
  email: Email,
  password: NewPassword,
  birthDate: v.optional(orNothing(CalendarDate), null),
  contractValidUntil: v.optional(orNothing(CalendarDate), null),
  jobTitle: v.optional(orNothing(lineOf(100)), null),
});
export type CreateAdminStaff = Readonly<v.InferOutput<typeof CreateAdminStaff>>;
