import { randomBytes } from 'node:crypto';
import { choose, openImages, paint, slotOf } from '../support/images';
import { SECOND_ADMIN } from '../support/product';
import { signIn, submitSignIn } from '../support/sign-in';
import { hire } from '../support/staff';
import { expect, expectDone, test } from '../support/platform/journey';

test.describe("the other pages on the customer's backend", () => {
  test('replace and remove a site image, for two admins, without an Undo that is not there', async ({ page, colleague, product, platform }) => {
    await signIn(page, product);
    await signIn(colleague, product, SECOND_ADMIN);
    for (const screen of [page, colleague]) await openImages(screen);
    await choose(page, 'whyFresh', await paint());
    await expect.poll(() => platform.siteImages.map('landing')['whyFresh']).not.toBeNull();
    for (const screen of [page, colleague]) await expect(slotOf(screen, 'whyFresh').getByRole('button', { name: /^Remove/u })).toBeVisible();
    await expectDone(page);
    await slotOf(page, 'whyFresh')
      .getByRole('button', { name: /^Remove/u })
      .click();
    for (const screen of [page, colleague]) await expect(slotOf(screen, 'whyFresh')).toContainText('No image yet');
    await expectDone(page);
    await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0);
  });

  test('make and delete an admin, and offer no ban', async ({ page, product, platform }) => {
    await signIn(page, product, undefined, '/staff');
    const email = `${randomBytes(6).toString('hex')}@moien.lu`;
    await page.keyboard.press('n');
    const form = page.getByRole('dialog', { name: 'New admin' });
    await form.getByLabel('Name').fill('Zoé Maria Klein');
    await form.getByLabel('Email').fill(email);
    await form.getByLabel('Password', { exact: true }).fill(product.password);
    await form.getByRole('button', { name: 'Create' }).click();
    await expect(form).toHaveCount(0);
    const row = page.locator('main [data-id]').filter({ hasText: email });
    await expect(row).toBeVisible();
    await expectDone(page);
    expect(platform.staff.list().map((admin) => admin.email)).toContain(email);
    await expect(page.locator('main')).not.toContainText(/\bban/iu);
    await row.getByRole('button', { name: /^Delete/u }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
    await expect(row).toHaveCount(0);
    await expectDone(page);
  });

  test('offer no deletion to an account that may not delete, where the server says so', async ({ page, product, platform }) => {
    platform.configure({ permissions: true });
    const { id, email, password } = await hire(await product.signIn());
    platform.staff.mayNotDelete.add(id);
    await page.goto('/users');
    await submitSignIn(page, email, password);
    const row = page.locator('main [data-id]').first();
    await row.getByRole('button', { name: /^Actions for/u }).click();
    await expect(page.getByRole('menuitem', { name: 'Ban…', exact: true }).or(page.getByRole('menuitem', { name: 'Unban', exact: true }))).toBeVisible();
    await expect(page.getByRole('menuitem', { name: /^Delete/u })).toHaveCount(0);
    await page.keyboard.press('Escape');
    await row.getByRole('checkbox').click();
    await expect(page.locator('app-selection-bar')).toBeVisible();
    await expect(page.locator('app-selection-bar').getByRole('button', { name: /^Delete/u })).toHaveCount(0);
  });

  for (const [sessions, sessionFields] of [
    ['bare', 'ours'],
    ['bare', 'columns'],
    ['wrapped', 'renamed'],
  ] as const) {
    test(`list sessions and end another (${sessions}, ${sessionFields})`, async ({ page, product, platform }) => {
      platform.configure({ sessions, sessionFields });
      const { id, email, password } = await hire(await product.signIn());
      platform.accounts.signIn({ id, email, role: 'admin' }, 'Mozilla/5.0 (iPhone) elsewhere');
      await page.goto('/sessions');
      await submitSignIn(page, email, password);
      const rows = page.getByRole('list', { name: 'Sessions' }).locator('[data-id]');
      await expect(rows).toHaveCount(2);
      const [elsewhere] = platform.accounts.sessionsOf(id);
      await page
        .locator(`[data-id="${elsewhere?.id ?? ''}"]`)
        .getByRole('button', { name: /^Sign out/u })
        .click();
      await expect(rows).toHaveCount(1);
      expect(platform.accounts.sessionsOf(id)).toHaveLength(1);
    });
  }

  test('drop notifications of other people before they are seen', async ({ page, product, platform }) => {
    platform.configure({ notifications: 'bare', notificationsFor: 'anyone' });
    await signIn(page, product);
    const own = platform.staff.list()[0]?.id ?? '';
    platform.notifications.notify(platform.users.list()[0]?.id ?? '', 'Somebody else’s order');
    platform.notifications.notify(own, 'For this admin');
    await page.goto('/notifications');
    await expect(page.getByRole('list', { name: 'Notifications' })).toContainText('For this admin');
    await expect(page.getByText('Somebody else’s order')).toHaveCount(0);
  });
});
