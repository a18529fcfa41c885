import { submitSignIn, signIn } from './support/sign-in';
import { FIRST_ADMIN } from './support/product';
import { expect, test } from './support/test';

test.describe('signing in', () => {
  test('leads from any address to the sign-in page, and from there to the users', async ({ page, product }) => {
    await page.goto('/users');
    await expect(page).toHaveURL(/\/login/u);
    await submitSignIn(page, FIRST_ADMIN, product.password);
    await expect(page).toHaveURL(/\/users/u);
  });

  test('with a wrong password says so in words, and keeps the e-mail address typed', async ({ page }) => {
    await page.goto('/login');
    await submitSignIn(page, FIRST_ADMIN, 'not the password');
    await expect(page.getByRole('alert')).toContainText(/wrong/iu);
    await expect(page).toHaveURL(/\/login/u);
    await expect(page.getByLabel('Email', { exact: true })).toHaveValue(FIRST_ADMIN);
  });

  test('lasts over a reload', async ({ page, product }) => {
    await signIn(page, product);
    await page.reload();
    await expect(page).toHaveURL(/\/users/u);
  });
});
