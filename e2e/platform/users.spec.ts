import { SECOND_ADMIN } from '../support/product';
import { freshness, signIn } from '../support/sign-in';
import { paint } from '../support/images';
import { chooseAction, expect, expectDone, test } from '../support/platform/journey';
import { expectAsOnServer, rowOf } from '../support/users';

test.describe("users on the customer's backend", () => {
  test.beforeEach(async ({ page, product }) => {
    await signIn(page, product);
    await expect(freshness(page)).toHaveAttribute('data-state', 'live');
  });

  test('come, change and go live, for two admins, and end equal to the server', async ({ page, colleague, product, platform }) => {
    await signIn(colleague, product, SECOND_ADMIN);
    const screens = [page, colleague];
    for (const screen of screens) await expect(freshness(screen)).toHaveAttribute('data-state', 'live');
    const user = platform.users.register();
    for (const screen of screens) await expect(rowOf(screen, user)).toHaveAttribute('aria-rowindex', '2');
    platform.users.rename(user.id, 'Ünlikely Tést Nâme');
    for (const screen of screens) await expect(rowOf(screen, user)).toContainText('Ünlikely Tést Nâme');
    platform.users.ban(user.id);
    for (const screen of screens) await expect(rowOf(screen, user)).toContainText('Banned');
    platform.users.delete(user.id);
    for (const screen of screens) await expect(rowOf(screen, user)).toHaveCount(0);
    for (const screen of screens) await expectAsOnServer(screen, await product.signIn());
  });

  test('are read by a worker, or by the page where a newer build has replaced it', async ({ page, platform }) => {
    const worker = page.waitForEvent('worker');
    await page.reload();
    await worker;
    await expect(freshness(page)).toHaveAttribute('data-state', 'live');
    await page.route('**/worker-*.js', (route) => route.fulfill({ status: 404, contentType: 'text/plain', body: 'gone' }));
    await page.reload();
    await expect(freshness(page)).toHaveAttribute('data-state', 'live');
    await expect(page.locator('main')).toContainText(`${String(platform.users.size)} users`);
  });

  test('are renamed, banned, unbanned, given a photo and deleted, and each is told as done', async ({ page, platform }) => {
    const { id } = platform.users.register();
    const row = page.locator(`[data-id="${id}"]`);
    const dialog = page.getByRole('dialog');
    await test.step('rename', async () => {
      await chooseAction(page, id, 'Edit name…');
      await dialog.getByLabel('Full name').fill('ليلى عبد الله العلي');
      await dialog.getByRole('button', { name: 'Save', exact: true }).click();
      await expect(row).toContainText('ليلى عبد الله العلي');
      await expectDone(page);
    });
    await test.step('ban', async () => {
      await chooseAction(page, id, 'Ban…');
      await dialog.getByLabel('Reason').fill('Orders never collected');
      await dialog.getByRole('button', { name: 'Ban', exact: true }).click();
      await expect(row).toContainText('Banned');
      await expectDone(page);
    });
    await test.step('unban', async () => {
      await chooseAction(page, id, 'Unban');
      await expect(row).not.toContainText('Banned');
      // The part that was answered was merged into the row, which lost nothing.
      await expect(row).toContainText('ليلى عبد الله العلي');
      await expectDone(page);
    });
    await test.step('photo', async () => {
      await chooseAction(page, id, 'Change photo…');
      await dialog.locator('input[type=file]').setInputFiles(await paint());
      await expect(dialog.locator('img')).toBeVisible();
      await dialog.getByRole('button', { name: 'Save' }).click();
      await expect(dialog).toHaveCount(0);
      await expectDone(page);
      expect(platform.users.get(id).photoUrl).not.toBeNull();
    });
    await test.step('delete', async () => {
      await chooseAction(page, id, 'Delete…');
      await page.getByRole('alertdialog').getByRole('button', { name: 'Delete', exact: true }).click();
      await expect(row).toHaveCount(0);
      await expectDone(page);
      expect(platform.users.list().some((user) => user.id === id)).toBe(false);
    });
  });

  test('are banned three at once', async ({ page, platform }) => {
    const users = [platform.users.register(), platform.users.register(), platform.users.register()];
    // Before the list is pointed at: from then on it moves no rows.
    for (const user of users) await expect(rowOf(page, user)).toBeVisible();
    for (const user of users) await rowOf(page, user).getByRole('checkbox').click();
    await page.locator('app-selection-bar').getByRole('button', { name: 'Ban…' }).click();
    await page.getByLabel('Reason').fill('Orders never collected');
    await page.getByRole('dialog').getByRole('button', { name: 'Ban', exact: true }).click();
    await expect(page.getByRole('dialog', { name: '3 users banned' })).toBeVisible();
    for (const user of users) await expect(rowOf(page, user)).toContainText('Banned');
    expect(users.map(({ id }) => platform.users.get(id).isBanned)).toEqual([true, true, true]);
  });

  test('of older versions are shown, odd as they are, and cost no other row', async ({ page, platform }) => {
    const [first] = platform.users.list();
    platform.configure({ badInput: { 'GET /users': 'nulls' } });
    await page.reload();
    await expect(page.locator('[data-id]').nth(5)).toBeVisible();
    platform.configure({ badInput: {} });
    await page.reload();
    await expect(page.locator(`[data-id="${first?.id ?? ''}"]`)).toBeVisible();
    for (const { id, phone } of platform.users.list().filter((user) => user.phone.includes(' '))) {
      // Journeys before this one may have registered more people than the screen shows.
      await page.getByLabel('Search name, email or phone').fill(platform.users.get(id).email ?? '');
      const row = page.locator(`[data-id="${id}"]`);
      await expect(row).toContainText(phone);
      await expect(row.getByRole('img', { name: /not in the usual form/u })).toBeVisible();
      // An event about it is not believed either: the list says what it is by now.
      platform.users.rename(id, 'Odd Phone Renamed');
      await expect(row).toContainText('Odd Phone Renamed');
    }
  });

  for (const how of ['html', 'html-502', 'empty'] as const) {
    test(`that cannot be read (${how}) leave the rows and say so, until they can`, async ({ page, product, platform }) => {
      const shown = page.locator('[data-id]').first();
      platform.configure({ badInput: { 'GET /users': how } });
      await product.stopServer();
      await product.startServer();
      await expect(freshness(page)).not.toHaveAttribute('data-state', 'live');
      await expect(shown).toBeVisible();
      platform.configure({ badInput: {} });
      await expect(freshness(page)).toHaveAttribute('data-state', 'live', { timeout: 60_000 });
      await expectAsOnServer(page, await product.signIn());
    });
  }
});
