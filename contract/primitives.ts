import * as v from 'valibot';

/** A UUID, in lower case as PostgreSQL prints it, so that text order and `uuid` order agree. */
export const Id = v.pipe(v.string(), v.uuid(), v.toLowerCase());
export type Id = v.InferOutput<typeof Id>;

/** ISO 8601 with an offset or `Z`. Ours are UTC with milliseconds. */
export const Timestamp = v.pipe(v.string(), v.maxLength(40), v.isoTimestamp());

/** ISO 8601 calendar date, `YYYY-MM-DD`. */
export const CalendarDate = v.pipe(v.string(), v.isoDate());

export const Email = v.pipe(v.string(), v.trim(), v.toLowerCase(), v.maxLength(254), v.email());

/** E.164: `+`, country code, up to 15 digits. */
export const Phone = v.pipe(v.string(), v.trim(), v.regex(/^\+[1-9]\d{1,14}$/u, 'E164'));

/** ISO 3166-1 alpha-2, upper case. */
export const CountryCode = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/u, 'COUNTRY_CODE'));

/** An address a browser may load an image from: absolute, `http:` or `https:`; never `javascript:` or `data:`. */
export const ImageUrl = v.pipe(v.string(), v.maxLength(2048), v.url(), v.regex(/^https?:\/\//iu, 'IMAGE_URL'));

/** At least 12 characters; the length is bounded because hashing cost grows with it. */
export const NewPassword = v.pipe(v.string(), v.minLength(12), v.maxLength(200));

/** Text of a person's own making: no control characters but line breaks and tabs. */
export const proseOf = (maxLength: number) =>
  v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(maxLength), v.regex(/^[^\p{Cc}]*(?:[\n\r\t][^\p{Cc}]*)*$/u, 'CONTROL_CHARACTERS'));

/** One line of text: no control characters at all. */
export const lineOf = (maxLength: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(maxLength), v.regex(/^\P{Cc}*$/u, 'CONTROL_CHARACTERS'));

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
