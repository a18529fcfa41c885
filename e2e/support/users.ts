import { expect, type Locator, type Page } from '@playwright/test';
import * as v from 'valibot';
import { pageOf } from '#contract/paging';
import { UserAnswer, type PublicUser } from '#contract/users';
import type { AdminApi } from '../../tools/admin-api';
import { newUser } from '../../tools/traffic/people';

export function rowOf(page: Page, { id }: Pick<PublicUser, 'id'>): Locator {
  return page.locator(`[data-id="${id}"]`);
}

export async function register(api: AdminApi): Promise<PublicUser> {
  return v.parse(UserAnswer, await api.request('POST', '/users/register', newUser())).user;
}

/** As much of a user as journeys compare: rows of older versions may break today's rules elsewhere. */
const ListedUser = v.object({ id: v.string(), fullName: v.nullable(v.string()), isBanned: v.boolean() });
type ListedUser = v.InferOutput<typeof ListedUser>;

/** @returns the users as the server lists them, newest first. */
export async function listed(api: AdminApi): Promise<readonly ListedUser[]> {
  const answer: unknown = await api.request('GET', '/users?limit=200');
  // The customer's own backend answers with the bare list.
  return Array.isArray(answer) ? v.parse(v.array(ListedUser), answer) : v.parse(pageOf(ListedUser), answer).data;
}

interface ShownRow {
  readonly id: string | undefined;
  /** Its place in the whole list, from 0. */
  readonly index: number;
  readonly text: string;
}

/** The rows that are drawn, top first. `aria-rowindex` counts from 1 and counts the head. */
async function shown(page: Page): Promise<ShownRow[]> {
  const rows = await page
    .locator('[data-id]')
    .evaluateAll((elements) =>
      elements.map((row) => ({ id: (row as HTMLElement).dataset['id'], index: Number(row.getAttribute('aria-rowindex')) - 2, text: row.textContent })),
    );
  return rows.sort((a, b) => a.index - b.index);
}

/** Waits until what is drawn is what the server has: each user once, in its place, under its name, banned or not. */
export async function expectAsOnServer(page: Page, api: AdminApi, timeout = 15_000): Promise<void> {
  await expect(async () => {
    const users = await listed(api);
    const rows = await shown(page);
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.map(({ id }) => id)).toEqual(users.slice(rows[0]?.index, (rows[0]?.index ?? 0) + rows.length).map(({ id }) => id));
    for (const { index, text } of rows) {
      expect(text).toContain(users[index]?.fullName ?? '');
      expect(text.includes('Banned')).toBe(users[index]?.isBanned);
    }
  }).toPass({ timeout });
}
