import type { ErrorCode } from '#contract/errors';
import * as v from 'valibot';

/** What can be read from a refusal that has not our own body. `message` is '' where nothing is said. */
export interface ForeignError {
  readonly code: string;
  readonly message: string;
}

const Text = v.union([
  v.string(),
  v.pipe(
    v.array(v.string()),
    v.transform((sentences) => sentences.join('; ')),
  ),
]);
/** NestJS's own body: `message` is a code, a sentence, or an array of sentences. */
const NestBody = v.object({ message: Text });
/** The second envelope that the customer's documents describe. */
const EnvelopeBody = v.object({ success: v.literal(false), error: v.object({ code: v.optional(v.string(), ''), message: v.optional(Text, '') }) });

const CODE = /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$/u;
/** How Nest and Express refuse a route that does not exist. It says nothing of any row. */
const NO_ROUTE = /^Cannot (?:GET|POST|PUT|PATCH|DELETE) \//u;

const CODE_BY_STATUS: ReadonlyMap<number, ErrorCode> = new Map([
  [400, 'VALIDATION_FAILED'],
  [401, 'UNAUTHENTICATED'],
  [403, 'FORBIDDEN'],
  [404, 'NOT_FOUND'],
  [413, 'PAYLOAD_TOO_LARGE'],
  [415, 'UNSUPPORTED_MEDIA_TYPE'],
  [422, 'VALIDATION_FAILED'],
  [429, 'TOO_MANY_REQUESTS'],
]);

/**
 * Reads a refusal by the customer's backend, or by a proxy in between.
 *
 * @returns `NOT_OFFERED` for a route that does not exist, and for a 404 that no API wrote: neither
 * says that a row is gone. Without a code in the body the status decides.
 */
export function foreignError(status: number, body: unknown): ForeignError {
  const envelope = v.safeParse(EnvelopeBody, body);
  const nest = v.safeParse(NestBody, body);
  const said = envelope.success ? envelope.output.error.message : nest.success ? nest.output.message : '';
  const code = [envelope.success ? envelope.output.error.code : '', said].find((text) => CODE.test(text));
  const isFromApi = envelope.success || nest.success;
  if (status === 404 && (!isFromApi || NO_ROUTE.test(said))) return { code: 'NOT_OFFERED', message: said };
  const byStatus = CODE_BY_STATUS.get(status) ?? (status >= 500 ? 'INTERNAL' : 'BAD_ANSWER');
  return { code: code ?? byStatus, message: said };
}
