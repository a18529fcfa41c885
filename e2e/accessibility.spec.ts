import type { Page } from '@playwright/test';
import { expectAccessible, expectReadable } from './support/axe';
import { signIn } from './support/sign-in';
import { expect, test } from './support/test';

/** The pages behind sign-in. */
const PAGES = ['/users', '/overview', '/partner-places', '/site-images', '/notifications', '/staff', '/sessions'] as const;
/** What a page shows once it has loaded. */
const LOADED = 'main :is([data-id], [data-slot], [data-tile])';

/** Besides the one that a first visit finds. */
const OTHER_THEMES = ['dark', 'light', 'contrast'] as const;
const LANGUAGES = [
  { code: 'en', dir: 'ltr', theme: 'Theme' },
  { code: 'ar', dir: 'rtl', theme: 'المظهر' },
] as const;
type Language = (typeof LANGUAGES)[number];
const [ENGLISH, ARABIC] = LANGUAGES;

/** Switches at run time, without a reload, as a person does. */
async function speak(page: Page, { code, dir }: Language): Promise<void> {
  if (code === 'ar') await page.getByRole('button', { name: 'العربية' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', code);
  await expect(page.locator('html')).toHaveAttribute('dir', dir);
}

/** Everything once, and in the other themes what their colours can change. */
async function check(page: Page, language: Language = ENGLISH): Promise<void> {
  await test.step(language.code, () => expectAccessible(page));
  for (const theme of OTHER_THEMES) {
    await test.step(theme, async () => {
      await page.getByRole('combobox', { name: language.theme }).selectOption(theme);
      await expectReadable(page);
    });
  }
}

test.describe('for everyone', () => {
  test('the sign-in page has no barrier that axe can find, in both languages and every theme', async ({ page }) => {
    await page.goto('/login');
    await check(page);
    await speak(page, ARABIC);
    await expectAccessible(page);
  });

  for (const path of PAGES)
    test(`${path} has none either, in both languages and every theme`, async ({ page, product }) => {
      await signIn(page, product, undefined, path);
      await expect(page.locator(LOADED).first()).toBeVisible();
      await check(page);
      await speak(page, ARABIC);
      await expectAccessible(page);
    });

  for (const language of LANGUAGES)
    test(`nothing is wider than a screen of 360 px, in ${language.code}`, async ({ page, product }) => {
      await page.setViewportSize({ width: 360, height: 740 });
      await signIn(page, product);
      await speak(page, language);
      for (const path of PAGES) {
        await page.goto(path);
        await expect(page.locator(LOADED).first()).toBeVisible();
        expect(await page.evaluate(() => [document.documentElement, document.querySelector('main')].map((element) => element?.scrollWidth ?? 0))).toEqual([
          360, 360,
        ]);
      }
    });

  for (const panel of ['Filters', 'Columns'])
    test(`the users page has none with its ${panel} open, in any theme`, async ({ page, product }) => {
      await signIn(page, product);
      await expect(page.locator(LOADED).first()).toBeVisible();
      await page.getByRole('button', { name: panel }).click();
      const opened = page.getByRole('group', { name: panel }).getByRole('group').last();
      await expect(opened).toBeVisible();
      await expect(page.getByRole('group', { name: panel }).locator('app-skeleton-rows')).toHaveCount(0);
      await check(page);
      await expect(opened).toBeVisible();
    });

  test('a partner request with a message begun has none, in any theme, and is no wider than 360 px', async ({ page, product }) => {
    await signIn(page, product);
    await page.goto('/partner-places');
    await page.locator(LOADED).first().click();
    await page.getByRole('button', { name: 'Reject', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Reject and send' })).toBeVisible();
    await check(page);
    await page.setViewportSize({ width: 360, height: 740 });
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });

  test('the language chosen is there again after a reload, before anything is drawn', async ({ page }) => {
    await page.goto('/login');
    await speak(page, ARABIC);
    await page.reload({ waitUntil: 'commit' });
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await expect(page.getByRole('button', { name: 'English' })).toBeVisible();
  });
});
