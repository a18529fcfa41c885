import { freshness, signIn } from '../support/sign-in';
import { expect, test } from '../support/platform/journey';

test.describe("answers of the customer's backend that break the rules", () => {
  for (const how of ['repeated-ids', 'bad-dates', 'nulls', 'javascript-urls'] as const) {
    test(`(${how}) cost no other row, and run nothing`, async ({ page, product, platform }) => {
      platform.configure({ badInput: { 'GET /users': how } });
      await signIn(page, product);
      await expect(freshness(page)).toHaveAttribute('data-state', 'live');
      await expect(page.locator('[data-id]').nth(8)).toBeVisible();
      const ids = await page.locator('[data-id]').evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset['id']));
      expect(new Set(ids).size).toBe(ids.length);
      await expect(page.locator('[src^="javascript:"], [href^="javascript:"]')).toHaveCount(0);
      await expect(page.locator('main')).not.toContainText(/Invalid Date|NaN|undefined|null/u);
    });
  }

  test('(200,000 rows) are shown, and answer to what is done meanwhile', async ({ page, product, platform }) => {
    test.setTimeout(300_000);
    platform.configure({ badInput: { 'GET /users': 'huge' } });
    await signIn(page, product);
    await page.getByRole('link', { name: 'Staff', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Staff' })).toBeVisible();
    await page.getByRole('link', { name: 'Users', exact: true }).click();
    await expect(page.locator('[data-id]').nth(8)).toBeVisible({ timeout: 240_000 });
    await expect(page.locator('main')).toContainText(/200,\d{3} users/u);
  });

  for (const language of ['en', 'ar'] as const)
    for (const how of ['html', 'empty'] as const) {
      test(`(${how}) leave partner requests and notifications with a sentence and a way on, in ${language}`, async ({ page, product, platform }) => {
        platform.configure({ notifications: 'bare', badInput: { 'GET /partner-places/requests': how, 'GET /notifications': how } });
        await signIn(page, product);
        await page.evaluate((code) => localStorage.setItem('moien.language', code), language);
        const retry = language === 'en' ? 'Try again' : 'إعادة المحاولة';
        for (const path of ['/partner-places', '/notifications']) {
          await page.goto(path);
          await expect(page.locator('main').getByRole('button', { name: retry })).toBeVisible();
        }
        platform.configure({ badInput: {} });
        await page.goto('/partner-places');
        await expect(page.locator('main [data-id]').first()).toBeVisible();
      });
    }
});
