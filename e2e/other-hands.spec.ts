import type { Page } from '@playwright/test';
import { signIn } from './support/sign-in';
import { expect, test } from './support/test';
import { expectAsOnServer, listed, register, rowOf } from './support/users';

/** What translators write in, old as it is. */
const FONT: string = 'font';

/** What a translator does: each text becomes an element of its own, with what it was meant to say. */
const translate = (page: Page) =>
  page.locator('main').evaluate((main, tag) => {
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts.filter(({ data }) => data.trim() !== '')) {
      const font = document.createElement(tag);
      font.textContent = text.data;
      text.replaceWith(font);
    }
  }, FONT);

test.describe('a page that others change too', () => {
  test('asks not to be translated, and is right where it is all the same: renamed, scrolled, deleted', async ({ page, product }) => {
    await signIn(page, product);
    await expect(page.locator('html')).toHaveAttribute('translate', 'no');
    const api = await product.signIn();
    const first = await register(api);
    await expect(rowOf(page, first)).toBeVisible();
    await translate(page);
    await api.request('PATCH', `/users/${first.id}`, { fullName: 'Zoé Maria Klein' });
    await expect(rowOf(page, first)).toContainText('Zoé Maria Klein');
    await translate(page);
    for (const top of [2_000, 6_000, 300, 0]) {
      await page.getByRole('grid').evaluate((grid, to) => grid.scrollTo(0, to), top);
      await expectAsOnServer(page, api);
      await translate(page);
    }
    const [newest] = await listed(api);
    await api.request('DELETE', `/users/${newest?.id ?? ''}`);
    await expectAsOnServer(page, api);
  });

  test('leaves Escape and Enter to an input method that composes', async ({ page, product }) => {
    await signIn(page, product);
    const search = page.getByLabel('Search name, email or phone');
    await search.fill('an');
    await expect(page).toHaveURL(/q=an/u);
    const compose = (key: string) =>
      page.evaluate(
        (pressed) => document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: pressed, isComposing: true, bubbles: true, cancelable: true })),
        key,
      );
    await compose('Escape');
    await expect(search).toHaveValue('an');
    await page.keyboard.press('Control+K');
    const palette = page.getByRole('dialog');
    await expect(palette).toBeVisible();
    await compose('Escape');
    await compose('Enter');
    await page.keyboard.press('Shift');
    await expect(palette).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(palette).toHaveCount(0);
  });
});
