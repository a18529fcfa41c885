import * as v from 'valibot';
import { Refusal } from './refusal';

/** The fields of a body, as the messages of class-validator name what is wrong with them. */
export type Fields = v.ObjectSchema<v.ObjectEntries, undefined>;

const aString = v.string('must be a string');
export const text = v.pipe(aString, v.regex(/\S/u, 'should not be empty'));
export const email = v.pipe(aString, v.email('must be an email'));
export const phone = v.pipe(aString, v.regex(/^\+[1-9]\d{1,14}$/u, 'must be a valid phone number'));
export const countryCode = v.pipe(aString, v.regex(/^[A-Z]{2}$/u, 'must be a valid ISO31661 Alpha2 code'));
export const date = v.pipe(aString, v.isoDate('must be a valid ISO 8601 date string'));
export const password = v.pipe(aString, v.minLength(12, 'must be longer than or equal to 12 characters'));
export const fullName = v.pipe(
  aString,
  v.check((name) => name.trim().split(/\s+/u).length >= 3, 'must contain at least three words'),
);
export const NOTHING = v.object({});

/** @returns a body as its fields say. @throws Refusal that names each field that does not belong, and each that is wrong. */
export function validBody<TFields extends Fields>(fields: TFields, body: unknown): v.InferOutput<TFields> {
  const given = typeof body === 'object' && body !== null ? body : {};
  const unknown = Object.keys(given).filter((name) => !Object.hasOwn(fields.entries, name));
  const parsed = v.safeParse(fields, given);
  const wrong = parsed.issues?.map((issue) => `${String(issue.path?.[0]?.key)} ${issue.type === 'object' ? 'should not be empty' : issue.message}`) ?? [];
  const sentences = [...unknown.map((name) => `property ${name} should not exist`), ...wrong];
  if (!parsed.success || sentences.length > 0) throw new Refusal(400, sentences);
  return parsed.output;
}
