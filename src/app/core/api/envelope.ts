import * as v from 'valibot';

/** An option of the customer's backend wraps every answer like this; the sign-in of an admin comes so, too. */
const Envelope = v.looseObject({ success: v.literal(true), data: v.unknown() });

/** Takes an answer out of its `{ success: true, data }` envelope. Any other answer is returned as it is. */
export function opened(body: unknown): unknown {
  const envelope = v.safeParse(Envelope, body);
  return envelope.success && 'data' in envelope.output ? envelope.output.data : body;
}
