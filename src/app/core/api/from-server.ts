import { confine } from '#contract/bidi';
import * as v from 'valibot';

/**
 * Reads what the server said, by the contract. No text in it can reorder what it is shown beside: people may write anything, and
 * neither `<bdi>` nor `dir="auto"` holds a text that closes its own isolation.
 */
export function fromServer<TSchema extends v.GenericSchema>(schema: TSchema, said: unknown): v.SafeParseResult<TSchema> {
  return v.safeParse(schema, confined(said), { abortEarly: true });
}

/** In place: a JSON value that was just parsed is nobody else's yet. */
export function confined(value: unknown): unknown {
  if (typeof value === 'string') return confine(value);
  if (typeof value !== 'object' || value === null) return value;
  for (const [key, inner] of Object.entries(value)) {
    const text = confined(inner);
    if (text !== inner) (value as Record<string, unknown>)[key] = text;
  }
  return value;
}
