import { expect, test } from './support/test';

const SCRIPT = /\/main-\w+\.js/u;

test.describe('a slow start', () => {
  test('shows the mark until the first page stands', async ({ page }) => {
    let go: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (go = resolve));
    await page.route(SCRIPT, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto('/login', { waitUntil: 'commit' });
    await expect(page.locator('.splash img')).toBeVisible();
    go();
    await expect(page.getByLabel('Email', { exact: true })).toBeVisible();
    await expect(page.locator('.splash')).toBeHidden();
  });

  test('that comes to nothing says so instead', async ({ page }) => {
    await page.route(SCRIPT, (route) => route.abort());
    await page.goto('/login');
    await expect(page.getByText('Moien could not start.')).toBeVisible();
    await expect(page.locator('.splash')).toBeHidden();
  });
});
