import { compareText } from '#contract/text';
import { type PublicUser, userMatches, userSortKey, type UsersQuery } from '#contract/users';
import type { ListView } from '@moien/live/engine';

/** How many of these users a list shows neither among its loaded rows nor, as far as can be known, further down. */
export function noLongerShown(users: readonly PublicUser[], view: ListView<PublicUser, UsersQuery>): number {
  const wanted = new Set(users.map(({ id }) => id));
  const shown = new Set(view.rows.filter(({ id }) => wanted.has(id)).map(({ id }) => id));
  return users.filter((user) => !shown.has(user.id) && !isFurtherDown(user, view)).length;
}

function isFurtherDown(user: PublicUser, { query, rows, isEnd }: ListView<PublicUser, UsersQuery>): boolean {
  const last = rows.at(-1);
  if (isEnd || !last || !userMatches(user, query)) return false;
  const order = compareText(userSortKey(user, query.sort), userSortKey(last, query.sort)) || compareText(user.id, last.id);
  return query.dir === 'asc' ? order > 0 : order < 0;
}
