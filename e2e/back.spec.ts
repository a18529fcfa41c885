import type { Page } from '@playwright/test';
import { signIn } from './support/sign-in';
import { expect, test } from './support/test';

/** Leaves by the navigation, as one does, and comes back by the browser's button. */
async function leaveAndReturn(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Overview' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Overview');
  await page.goBack();
}

test.describe('Back returns to the row one left', () => {
  test.use({ viewport: { width: 1280, height: 500 } });

  for (const [path, row] of [
    ['users', '[role=row][data-id]'],
    ['partner-places', '[data-id]'],
    ['notifications', '[data-id]'],
    ['staff', '[data-id]'],
    ['sessions', '[data-id]'],
    ['site-images', '[data-slot]'],
  ] as const)
    test(path, async ({ page, product }) => {
      await signIn(page, product);
      await page.goto(`/${path}`);
      const rows = page.locator(`main ${row}`);
      await rows.first().waitFor();
      // By its id: where a list draws no more than is in sight, another row is the last one once it is scrolled.
      const id = await rows.last().evaluate(({ dataset }: HTMLElement) => dataset['id'] ?? dataset['slot']);
      const left = page.locator(`main [data-id="${id ?? ''}"], main [data-slot="${id ?? ''}"]`);
      await left.scrollIntoViewIfNeeded();
      await left.evaluate((element) => (element.matches('[tabindex]') ? (element as HTMLElement) : element.querySelector<HTMLElement>('a, button'))?.focus());
      await leaveAndReturn(page);
      await expect(left).toBeInViewport();
      await expect.poll(() => left.evaluate((element) => element.contains(document.activeElement))).toBe(true);
    });

  test('far down in the users, though nothing there was touched', async ({ page, product }) => {
    await signIn(page, product);
    const grid = page.getByRole('grid');
    await page.locator('[role=row][data-id]').first().waitFor();
    // Past the first page, which has to be fetched again.
    await expect(async () => {
      await grid.evaluate((element) => element.scrollTo(0, 180 * 44));
      expect(await page.locator('[aria-rowindex="184"][data-id]').count()).toBe(1);
    }).toPass();
    const id = await page.locator('[aria-rowindex="184"][data-id]').getAttribute('data-id');
    await leaveAndReturn(page);
    await expect(page.locator(`[data-id="${id ?? ''}"]`)).toBeInViewport();
  });
});
