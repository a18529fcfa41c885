import { type ActivityEntry, activityKey, type ActivityPage } from '#contract/activity';

/** The newest part of the log, without gaps, newest first; `cursor` leads on to what is older, null where there is nothing. */
export interface ActivityLog {
  readonly entries: readonly ActivityEntry[];
  readonly cursor: string | null;
}

export const EMPTY_LOG: ActivityLog = { entries: [], cursor: null };

/**
 * Puts the newest pages of the log in the place of the head of what is known. A page is the server's own order, and what was committed late
 * lies between entries that are known already: so nothing is sorted here, and nothing is there twice.
 *
 * @returns undefined where the pages do not reach back to what is known.
 */
export function withHead(known: ActivityLog, pages: readonly ActivityPage[]): ActivityLog | undefined {
  const head = pages.flatMap(({ data }) => data);
  const cursor = pages.at(-1)?.pagination.nextCursor ?? null;
  if (cursor === null || known.entries.length === 0) return { entries: head, cursor };
  const places = new Map(known.entries.map((entry, index) => [activityKey(entry), index]));
  const last = head.filter((entry) => places.has(activityKey(entry))).at(-1);
  if (!last) return undefined;
  const rest = known.entries.slice((places.get(activityKey(last)) ?? 0) + 1);
  return rest.length === 0 ? { entries: head, cursor } : { entries: [...head, ...rest], cursor: known.cursor };
}

/** Adds an older page at the end. */
export function withTail(known: ActivityLog, { data, pagination }: ActivityPage): ActivityLog {
  const keys = new Set(known.entries.map(activityKey));
  return { entries: [...known.entries, ...data.filter((entry) => !keys.has(activityKey(entry)))], cursor: pagination.nextCursor };
}
