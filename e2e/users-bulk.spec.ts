import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import type { PublicUser } from '#contract/users';
import { SECOND_ADMIN } from './support/product';
import { freshness, signIn } from './support/sign-in';
import { expect, test } from './support/test';
import { listed, register, rowOf } from './support/users';

test('bans all who are selected but the one whom somebody changed meanwhile, and takes it back', async ({ page, product }) => {
  const other = await product.signIn(SECOND_ADMIN);
  const users: PublicUser[] = [];
  while (users.length < 3) users.push(await register(other));
  const [first, changed, last] = users as [PublicUser, PublicUser, PublicUser];

  await signIn(page, product);
  await expect(freshness(page)).toHaveAttribute('data-state', 'live');
  for (const user of users) await rowOf(page, user).getByRole('checkbox').click();
  await other.request('PATCH', `/users/${changed.id}`, { fullName: 'Somebody Else Now' });
  await expect(rowOf(page, changed)).toContainText('Somebody Else Now');
  await page.locator('app-selection-bar').getByRole('button', { name: 'Ban…' }).click();
  await page.getByLabel('Reason').fill('Orders never collected');
  await page.getByRole('dialog').getByRole('button', { name: 'Ban', exact: true }).click();

  const dialog = page.getByRole('dialog', { name: '2 users banned' });
  await expect(dialog.getByRole('status')).toContainText('1 user skipped');
  await expect(dialog.locator('del')).toHaveText(changed.fullName);
  await expect(dialog.locator('ins')).toHaveText('Somebody Else Now');
  const isBanned = async () => {
    const now = await listed(other);
    return users.map(({ id }) => now.find((user) => user.id === id)?.isBanned);
  };
  expect(await isBanned()).toEqual([true, false, true]);
  for (const user of [first, last]) await expect(rowOf(page, user)).toContainText('Banned');

  await dialog.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('dialog', { name: '2 users unbanned' })).toBeVisible();
  expect(await isBanned()).toEqual([false, false, false]);
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(page.locator('app-selection-bar')).toContainText('1 selected');
});

test('exports the whole of a view, as the address filters it, for a spreadsheet', async ({ page, product }) => {
  // A browser that cannot write to a place of one's choice downloads.
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  await signIn(page, product);
  await page.goto('/users?status=active');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export this view as CSV' }).click();
  await page.getByRole('button', { name: 'Save…' }).click();
  const text = await readFile(await (await download).path(), 'utf8');
  expect(text.startsWith('\uFEFF')).toBe(true);
  const [head, ...rows] = Papa.parse<string[]>(text.slice(1), { skipEmptyLines: true }).data;
  expect(head?.slice(0, 3)).toEqual(['ID', 'Name', 'Email']);
  const total = await page.getByRole('dialog').getByRole('status').innerText();
  expect(total).toBe(`${String(rows.length)} users exported.`);
  // More than one page of them, and the newest as the server lists them.
  expect(rows.length).toBeGreaterThan(200);
  const active = (await listed(await product.signIn())).filter((user) => !user.isBanned);
  expect(rows.slice(0, active.length).map(([id]) => id)).toEqual(active.map(({ id }) => id));
});
