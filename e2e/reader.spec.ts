import type { Locator, Page } from '@playwright/test';
import { browserWith } from './support/browser-with';
import { signIn } from './support/sign-in';
import { expect, test as base } from './support/test';

/** As set under "Font size" in the browser's settings: twice the usual one. */
const test = base.extend(browserWith('--blink-settings=defaultFontSize=32'));

/** What each list has, and what its rows are. */
const LISTS: Readonly<Record<string, string>> = {
  users: '[role=row][data-id]',
  'partner-places': '[data-id]',
  notifications: '[data-id]',
  staff: '[data-id]',
  sessions: '[data-id]',
};

/** Whether nothing in a row is cut off by its height, and it fits into the page's width. What is not shown is not asked. */
const isWhole = (row: Locator) =>
  row.evaluate((element) => {
    const { top, bottom, left, right } = element.getBoundingClientRect();
    const texts = [...element.querySelectorAll('*')].filter((part) => part.childElementCount === 0 && part.textContent.trim() !== '' && part.checkVisibility());
    const boxes = texts.map((part) => part.getBoundingClientRect()).filter(({ width, height }) => width > 1 && height > 1);
    return left >= 0 && right <= innerWidth && boxes.every((box) => box.top >= top - 1 && box.bottom <= bottom + 1);
  });

const scrollsSideways = (page: Page) =>
  page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('main, main [role=grid]')].some(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth),
  );

for (const [what, viewport] of [
  ['text twice as large', { width: 1280, height: 800 }],
  ['text twice as large on a narrow page', { width: 640, height: 512 }],
] as const)
  test.describe(`with ${what}`, () => {
    test.use({ viewport });

    test('texts and rows grow together, rows are whole, and nothing scrolls sideways', async ({ page, product }) => {
      await signIn(page, product);
      for (const [path, part] of Object.entries(LISTS)) {
        await page.goto(`/${path}`);
        const row = page.locator(`main ${part}`).first();
        await row.evaluate((element) => element.scrollIntoView({ block: 'end' }));
        expect(await row.evaluate((element) => parseFloat(getComputedStyle(element).fontSize)), path).toBeGreaterThanOrEqual(24);
        await expect.poll(() => isWhole(row), path).toBe(true);
        expect(await scrollsSideways(page), path).toBe(false);
      }
    });
  });

base.describe('at 400 % zoom', () => {
  base.use({ viewport: { width: 320, height: 256 } });

  base('rows are whole, and nothing scrolls sideways', async ({ page, product }) => {
    await signIn(page, product);
    for (const [path, part] of Object.entries(LISTS)) {
      await page.goto(`/${path}`);
      const row = page.locator(`main ${part}`).first();
      await row.evaluate((element) => element.scrollIntoView({ block: 'end' }));
      await expect.poll(() => isWhole(row), path).toBe(true);
      expect(await scrollsSideways(page), path).toBe(false);
      const box = await row.boundingBox();
      expect((box?.y ?? -1) >= 0 && (box?.y ?? 0) + (box?.height ?? 999) <= 256, path).toBe(true);
    }
  });
});

base('a printed list says what it holds, and the export is offered; details print whole', async ({ page, product }) => {
  await signIn(page, product);
  await page.goto('/users?verified=both&country=LU');
  await page.locator('[role=row][data-id]').first().waitFor();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText(/rows? that (was|were) in sight/u)).toBeVisible();
  await expect(page.getByText('Both verified · Luxembourg')).toBeVisible();
  await expect(page.getByRole('navigation')).toBeHidden();
  await page.goto('/users');
  await page.locator('[role=row][data-id]').first().waitFor();
  // The whole page is as high as its rows, no more: nothing is cut off, and no empty sheets follow.
  const heights = await page.evaluate(() => ({
    all: document.documentElement.scrollHeight,
    rows: document.querySelectorAll('[role=row][data-id]').length * 44,
  }));
  expect(heights.all).toBeGreaterThan(heights.rows);
  expect(heights.all).toBeLessThan(heights.rows + 400);
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(page.getByText('Only the rows in sight are printed.')).toBeVisible();
  await page.getByRole('button', { name: 'Export this view as CSV' }).last().click();
  await expect(page.getByRole('dialog', { name: 'Export users' })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();

  await page.locator('[role=row][data-id]').first().click();
  const details = page.locator('app-user-drawer');
  await details.waitFor();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('grid')).toBeHidden();
  const isCut = await details.evaluate((drawer) =>
    [drawer, ...drawer.querySelectorAll('*')].some((part) => part.scrollHeight > part.clientHeight + 1 && getComputedStyle(part).overflowY !== 'visible'),
  );
  expect(isCut).toBe(false);
});
