import type { AdminStaff } from '#contract/admin-staff';
import { ImageUrl } from '#contract/primitives';
import * as v from 'valibot';

const text = v.optional(v.fallback(v.string(), ''), '');
const textOrNull = v.optional(v.fallback(v.nullable(v.string()), null), null);

/**
 * An account of staff as any server tells it. Only the id is indispensable: one odd field of a row
 * that an older version wrote must keep nobody out. `permissions` come from a newer platform.
 */
export const AdminAccount = v.pipe(
  v.object({
    id: v.pipe(v.string(), v.minLength(1)),
    name: text,
    email: text,
    photoUrl: v.optional(v.fallback(v.nullable(ImageUrl), null), null),
    birthDate: textOrNull,
    contractValidUntil: textOrNull,
    jobTitle: textOrNull,
    createdAt: text,
    permissions: v.optional(v.fallback(v.optional(v.array(v.string())), undefined)),
  }),
  v.transform((account) => ({ ...account, name: account.name.trim() === '' ? account.email : account.name })),
);
export type AdminAccount = Readonly<v.InferOutput<typeof AdminAccount>> & AdminStaff;
