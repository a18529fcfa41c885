import { confine } from './bidi';

/**
 * Names the part of a row that a decision rests on. Two rows have the same tag when these fields are the same, whatever
 * else about them differs (docs/adr/0019).
 *
 * @returns the value of `If-Match` for an action on the row as it was seen.
 */
export function rowTag<TRow extends object>(row: TRow, fields: readonly (keyof TRow & string)[]): string {
  const seen = new URLSearchParams();
  // Clients read texts trimmed, and without what reorders their neighbours.
  for (const field of fields) seen.set(field, confine(String(row[field]).trim()));
  return `"${seen.toString()}"`;
}
