import { Id } from '#contract/primitives';
import { sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import * as v from 'valibot';
import { ApiException } from './api-exception';

const Cursor = v.tuple([v.string(), v.pipe(v.string(), v.regex(/^[\d:]{1,40}$/u)), Id]);

/** A row as an ascending order by `sortKey`, then `id`, sees it. */
export interface Placed {
  readonly sortKey: string;
  readonly id: string;
}

/** @returns what `?cursor=` takes to go on after `last` in the list of that name. */
export function encodeKeyset(list: string, { sortKey, id }: Placed): string {
  return Buffer.from(JSON.stringify([list, sortKey, id] satisfies v.InferInput<typeof Cursor>)).toString('base64url');
}

/** @throws ApiException CURSOR_INVALID when it is none of ours, or of another list. */
export function decodeKeyset(list: string, cursor: string): Placed {
  const parsed = v.safeParse(Cursor, parseJson(Buffer.from(cursor, 'base64url').toString()));
  if (!parsed.success || parsed.output[0] !== list) throw new ApiException('CURSOR_INVALID', 'This cursor is not one of this list');
  return { sortKey: parsed.output[1], id: parsed.output[2] };
}

/** Rows beyond one. As a row comparison the index answers it at any depth alike. */
export function after(columns: { readonly sortKey: SQLWrapper; readonly id: SQLWrapper }, { sortKey, id }: Placed): SQL {
  return sql`(${columns.sortKey}, ${columns.id}) > (${sortKey}, ${id}::uuid)`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
