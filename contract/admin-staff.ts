import * as v from 'valibot';
import { Email } from './email';
import { CalendarDate, Id, lineOf, NAME_MAX, nameOf, NewPassword, orNothing, proseOf, REASON_MAX, ShownImageUrl, Timestamp } from './primitives';

/** `AdminStaffDto`, as it is read. */
export const AdminStaff = v.object({
  id: Id,
  name: v.string(),
  email: v.string(),
  photoUrl: ShownImageUrl,
  birthDate: v.nullable(CalendarDate),
  contractValidUntil: v.nullable(CalendarDate),
  jobTitle: v.nullable(v.string()),
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
export const AdminStaffAnswer = v.object({
  ok: v.literal(true),
  user: AdminStaffListed,
  /** Of an action that takes another back: whether the mail about that had not left yet, and will not. */
  mailTakenBack: v.optional(v.boolean()),
});
export type AdminStaffAnswer = Readonly<v.InferOutput<typeof AdminStaffAnswer>>;

/** `POST /admin-staff/:id/ban`. The reason goes into the e-mail to the admin. */
export const BanAdmin = v.object({ reason: v.optional(proseOf(REASON_MAX)) });
export type BanAdmin = Readonly<v.InferOutput<typeof BanAdmin>>;

export const JOB_TITLE_MAX = 100;

/** `POST /admin-staff`, multipart: these fields and an optional file `photo`. An empty field counts as absent. */
export const CreateAdminStaff = v.object({
  name: nameOf(NAME_MAX),
  email: Email,
  password: NewPassword,
  birthDate: v.optional(orNothing(CalendarDate), null),
  contractValidUntil: v.optional(orNothing(CalendarDate), null),
  jobTitle: v.optional(orNothing(lineOf(JOB_TITLE_MAX)), null),
});
export type CreateAdminStaff = Readonly<v.InferOutput<typeof CreateAdminStaff>>;
