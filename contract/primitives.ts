import * as v from 'valibot';
import { isVisible, isWritableLine, isWritableProse } from './visible-text';

/** A UUID, in lower case as PostgreSQL prints it, so that text order and `uuid` order agree. */
export const Id = v.pipe(v.string(), v.uuid(), v.toLowerCase());
export type Id = v.InferOutput<typeof Id>;

/** ISO 8601 with an offset or `Z`. Ours are UTC with milliseconds. */
export const Timestamp = v.pipe(v.string(), v.maxLength(40), v.isoTimestamp());

/** ISO 8601 calendar date, `YYYY-MM-DD`. */
export const CalendarDate = v.pipe(v.string(), v.isoDate());

/** ISO 3166-1 alpha-2, upper case. */
export const CountryCode = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/u, 'COUNTRY_CODE'));

/** An address a browser may load an image from: absolute, `http:` or `https:`; never `javascript:` or `data:`. */
export const ImageUrl = v.pipe(v.string(), v.maxLength(2048), v.url(), v.regex(/^https?:\/\//iu, 'IMAGE_URL'));

/** The same where it is read: one that may not be shown is shown as none, and costs no more than the image. */
export const ShownImageUrl = v.fallback(v.nullable(ImageUrl), null);

/** How long a name, and the reason for a ban, may be. */
export const NAME_MAX = 200;
export const REASON_MAX = 500;

/** At least 12 characters; the length is bounded because hashing cost grows with it. */
export const NewPassword = v.pipe(v.string(), v.minLength(12), v.maxLength(200), v.check(isWritableLine, 'CONTROL_CHARACTERS'));

/** Nothing at all is refused for its length already. */
const Visible = v.check<string, 'INVISIBLE'>((text) => text === '' || isVisible(text), 'INVISIBLE');

/** Text of a person's own making, as it is written: no control characters but line breaks and tabs, and something to see. */
export const proseOf = (maxLength: number) =>
  v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(maxLength), v.check(isWritableProse, 'CONTROL_CHARACTERS'), Visible);

/** One line of text, as it is written: no control characters at all. */
export const lineOf = (maxLength: number) =>
  v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(maxLength), v.check(isWritableLine, 'CONTROL_CHARACTERS'), Visible);

/** The name of a person or a thing: a line of which no word is blank to the eye, and no blank wider than one. */
export const nameOf = (maxLength: number) =>
  v.pipe(
    lineOf(maxLength),
    v.transform((name) => name.replace(/\s+/gu, ' ')),
    v.check((name) => name.split(' ').every(isVisible), 'INVISIBLE'),
  );

/** A field that may be left out: an empty one, as forms send it, counts as null. */
export const orNothing = <TSchema extends v.GenericSchema<string, string>>(schema: TSchema) =>
  v.union([
    v.null(),
    v.pipe(
      v.literal(''),
      v.transform(() => null),
    ),
    schema,
  ]);

/** The answer to what has nothing more to say: `{ ok: true }`. */
export const Ok = v.object({ ok: v.literal(true) });
