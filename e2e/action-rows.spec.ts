import type { Page } from '@playwright/test';
import { brokenRows } from './support/action-rows';
import { apply, openQueue, openRequest } from './support/partner-places';
import { freshness, signIn } from './support/sign-in';
import { expect, test } from './support/test';
import { register, rowOf } from './support/users';

const WIDTHS = [360, 768, 1024, 1440];
const LANGUAGES = ['ar', 'en'] as const;
/** What a page shows once it has loaded. */
const LOADED = 'main :is([data-id], [data-slot], [data-tile])';

/** Changes the language as another tab would, so that open dialogs and panels stay open. */
async function speak(page: Page, language: (typeof LANGUAGES)[number]): Promise<void> {
  await page.evaluate((code) => {
    localStorage.setItem('moien.language', code);
    dispatchEvent(new StorageEvent('storage', { key: 'moien.language', newValue: code }));
  }, language);
  await expect(page.locator('html')).toHaveAttribute('lang', language);
}

/** No row of actions on the screen leaves a last one alone in a line, at any width and in either language. Ends as it began. */
async function expectWholeRows(page: Page, what: string): Promise<void> {
  await test.step(what, async () => {
    const broken: string[] = [];
    for (const language of LANGUAGES) {
      await speak(page, language);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 800 });
        await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
        broken.push(...(await brokenRows(page)).map((row) => `${language} ${String(width)} ${row}`));
      }
    }
    await page.setViewportSize({ width: 1280, height: 800 });
    expect.soft(broken, what).toEqual([]);
  });
}

test.describe('no row of actions leaves its last one alone in a line', () => {
  for (const path of ['/overview', '/users', '/partner-places', '/site-images', '/notifications', '/staff', '/sessions'])
    test(`on ${path}`, async ({ page, product }) => {
      await signIn(page, product, undefined, path);
      await expect(page.locator(LOADED).first()).toBeVisible();
      await expectWholeRows(page, path);
    });

  test('in what is opened from the users', async ({ page, product }) => {
    const admin = await product.signIn();
    const banned = await register(admin);
    const active = await register(admin);
    await admin.request('POST', `/users/${banned.id}/ban`, { reason: 'Orders never collected' });
    await signIn(page, product);
    await expect(freshness(page)).toHaveAttribute('data-state', 'live');

    for (const panel of ['Filters', 'Columns']) {
      await page.getByRole('button', { name: panel }).click();
      await expect(page.getByRole('group', { name: panel }).getByRole('group').last()).toBeVisible();
      await expectWholeRows(page, panel);
      await page.keyboard.press('Escape');
    }
    for (const user of [banned, active]) {
      await page.goto(`/users?user=${user.id}`);
      const drawer = page.locator('app-user-drawer');
      await expect(drawer.getByRole('button', { name: 'Delete…' })).toBeVisible();
      await expectWholeRows(page, 'the drawer');
    }
    const drawer = page.locator('app-user-drawer');
    await drawer.getByRole('button', { name: 'Edit name…' }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('Somebody Else Now');
    await expectWholeRows(page, 'a text asked for');
    await page.getByRole('button', { name: 'Cancel', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Keep editing' })).toBeVisible();
    await expectWholeRows(page, 'a text about to be thrown away');
    await page.getByRole('button', { name: 'Discard' }).click();
    await drawer.getByRole('button', { name: 'Change photo…' }).click();
    await expect(page.getByRole('button', { name: 'Save' })).toBeVisible();
    await expectWholeRows(page, 'a photo asked for');
    await page.getByRole('button', { name: 'Cancel', exact: true }).click();
    await drawer.getByRole('button', { name: 'Delete…' }).click();
    await expect(page.getByRole('alertdialog')).toBeVisible();
    await expectWholeRows(page, 'a question');
    await page.getByRole('button', { name: 'Cancel', exact: true }).click();
    await page.getByRole('button', { name: 'Export this view as CSV' }).click();
    await expectWholeRows(page, 'the export');
    await page.getByRole('button', { name: 'Cancel', exact: true }).click();

    await page.goto('/users');
    for (const user of [banned, active]) await rowOf(page, user).getByRole('checkbox').click();
    await expectWholeRows(page, 'a selection');
    await page.locator('app-selection-bar').getByRole('button', { name: 'Unban' }).click();
    await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
    await expectWholeRows(page, 'what came of it');
  });

  test('in what is opened from the partner places', async ({ page, product }) => {
    const request = await apply(product);
    await signIn(page, product);
    await openQueue(page);
    await openRequest(page, request);
    await expectWholeRows(page, 'a request that waits');
    await page.getByRole('button', { name: 'Reject', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Reject and send' })).toBeVisible();
    await expectWholeRows(page, 'a message to write');
    await page.getByRole('button', { name: 'Keep draft' }).click();
    const decided = page.locator('[data-status=approved]').first();
    await page.goto('/partner-places?status=approved');
    await decided.getByRole('link').click();
    await expect(page.locator('app-request-panel').getByRole('button', { name: 'Delete…' })).toBeVisible();
    await expectWholeRows(page, 'one that is decided');
  });

  test('in what is opened from the staff and from the bell', async ({ page, product }) => {
    await signIn(page, product, undefined, '/staff');
    await page.locator('app-bell').getByRole('button').click();
    await expect(page.getByRole('link', { name: 'All notifications' })).toBeVisible();
    await expectWholeRows(page, 'the bell');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'New admin' }).click();
    await page.getByRole('button', { name: 'Generate' }).click();
    await expectWholeRows(page, 'an account to make');
    await page.getByRole('button', { name: 'Cancel', exact: true }).click();
    await expectWholeRows(page, 'an account about to be thrown away');
  });
});
