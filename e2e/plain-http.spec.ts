import { browserWith } from './support/browser-with';
import { ReferenceProduct, type Product } from './support/product';
import { signInByForm } from './support/sign-in';
import { expect, test as base } from './support/test';

/** Any name but the loopback ones: browsers take no page under it for a secure one. */
const HOST = 'desk.test';

const test = base.extend(browserWith(`--host-resolver-rules=MAP ${HOST} 127.0.0.1`)).extend<object, { readonly product: Product }>({
  product: [
    async ({}, use) => {
      const product = await ReferenceProduct.start({ hostName: HOST });
      await use(product);
      await product.stop();
    },
    { scope: 'worker', timeout: 240_000 },
  ],
});

test.describe('served by plain http within a company', () => {
  test('the desk signs in, stays signed in in two tabs, copies, and signs out', async ({ page, context, product }) => {
    await signInByForm(page, product);
    expect(await page.evaluate(() => isSecureContext)).toBe(false);
    await page.reload();
    const otherTab = await context.newPage();
    await Promise.all([otherTab.goto('/staff'), page.goto('/users')]);
    await expect(page.locator('[role=row][data-id]').first()).toBeVisible();
    await expect(otherTab.getByRole('heading', { level: 1 })).toHaveText('Staff');

    await otherTab.keyboard.press('n');
    const form = otherTab.getByRole('dialog', { name: 'New admin' });
    await form.getByRole('button', { name: 'Generate' }).click();
    await form.getByRole('button', { name: 'Copy' }).click();
    await expect(form.getByText('Copied.')).toBeVisible();
    const password = await form.getByLabel('Password', { exact: true }).inputValue();
    await form.getByLabel('Name').focus();
    await otherTab.keyboard.press('Control+V');
    await expect(form.getByLabel('Name')).toHaveValue(password);
    await form.getByRole('button', { name: 'Cancel' }).click();
    await form.getByRole('button', { name: /^Discard/u }).click();

    await page.getByRole('button', { name: /^Account/u }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(page).toHaveURL(/\/login/u);
    await expect(otherTab).toHaveURL(/\/login/u);
  });
});
