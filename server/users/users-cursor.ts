import { Id } from '#contract/primitives';
import { userSortKey, type PublicUser, type UsersQuery } from '#contract/users';
import * as v from 'valibot';
import { ApiException } from '../http/api-exception';
import type { Bound } from './users-filter';

const Cursor = v.tuple([v.string(), v.picklist(['asc', 'desc']), v.string(), Id]);

/** @returns what `?cursor=` takes to go on after `last`. */
export function encodeCursor({ sort, dir }: UsersQuery, last: PublicUser): string {
  return Buffer.from(JSON.stringify([sort, dir, userSortKey(last, sort), last.id] satisfies v.InferInput<typeof Cursor>)).toString('base64url');
}

/** @throws ApiException CURSOR_INVALID when it is none of ours, or of another order. */
export function decodeCursor({ sort, dir }: UsersQuery, cursor: string): Bound {
  const parsed = v.safeParse(Cursor, parseJson(Buffer.from(cursor, 'base64url').toString()));
  if (!parsed.success) throw invalid();
  const [ofSort, ofDir, key, id] = parsed.output;
  const isKey = sort === 'createdAt' ? !Number.isNaN(Date.parse(key)) && new Date(key).toISOString() === key : !key.includes('\0');
  if (ofSort !== sort || ofDir !== dir || !isKey) throw invalid();
  return { key, id };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function invalid(): ApiException {
  return new ApiException('CURSOR_INVALID', 'This cursor is not one of this list in this order');
}
