import { expect, type Locator, type Page } from '@playwright/test';
import { test as base } from '../test';
import type { Platform } from './platform';
import { PlatformProduct } from './product';
import { CLOUDINARY } from './uploads';

/** A journey on the customer's double, which a journey may configure: the next finds it as it was. */
export const test = base.extend<{ readonly platform: Platform }>({
  platform: [
    async ({ product }, use) => {
      if (!(product instanceof PlatformProduct)) throw new Error("Run it in a project whose backend is the platform's double: plainest or awkward.");
      await use(product.platform);
      product.reset();
    },
    { auto: true },
  ],
  context: async ({ context, platform }, use) => {
    // No journey leaves this machine: what the customer keeps at Cloudinary is here.
    await context.route(`${CLOUDINARY}/**`, async (route) => {
      const file = platform.uploads.find(route.request().url());
      await (file ? route.fulfill({ contentType: file.mimetype, body: file.buffer }) : route.abort());
    });
    await use(context);
  },
});

export { expect };

/** Our messages about what the admin did. */
export function toasts(page: Page): Locator {
  return page.getByRole('region', { name: 'Messages', exact: true }).locator('.toast');
}

/** Waits until an action is told as done, and by no message as failed; then puts the messages away, which may cover what comes next. */
export async function expectDone(page: Page): Promise<void> {
  await expect(
    toasts(page)
      .filter({ hasText: /Saved|Confirmed/iu })
      .first(),
  ).toBeVisible();
  await expect(page.locator('.toast.failed')).toHaveCount(0);
  await expect(async () => {
    const [toast] = await toasts(page).all();
    // It may go by itself in the same instant.
    await toast?.getByRole('button', { name: /^Dismiss/u }).click({ timeout: 1000 });
    await expect(toasts(page)).toHaveCount(0, { timeout: 500 });
  }).toPass();
}

/** Chooses from the menu behind a user's "…". */
export async function chooseAction(page: Page, id: string, action: string): Promise<void> {
  await page
    .locator(`[data-id="${id}"]`)
    .getByRole('button', { name: /^Actions for/u })
    .click();
  await page.getByRole('menuitem', { name: action, exact: true }).click();
}
