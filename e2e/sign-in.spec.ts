import { FIRST_ADMIN } from './support/product';
import { expectNoWayBack, signInByForm, submitSignIn } from './support/sign-in';
import { expect, test } from './support/test';

test.describe('signing in', () => {
  test('leads from any address to the sign-in page, and from there back to it', async ({ page, product }) => {
    await page.goto('/users');
    await expect(page).toHaveURL(/\/login/u);
    await submitSignIn(page, FIRST_ADMIN, product.password);
    await expect(page).toHaveURL(/\/users/u);
  });

  test('leads to the overview where no other page was asked for', async ({ page, product }) => {
    await page.goto('/');
    await submitSignIn(page, FIRST_ADMIN, product.password);
    await expect(page).toHaveURL(/\/overview$/u);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Overview');
  });

  test('with a wrong password says so in words, and keeps the email typed', async ({ page }) => {
    await page.goto('/login');
    await submitSignIn(page, FIRST_ADMIN, 'not the password');
    await expect(page.getByRole('alert')).toContainText('Email or password is not correct');
    await expect(page).toHaveURL(/\/login/u);
    await expect(page.getByLabel('Email', { exact: true })).toHaveValue(FIRST_ADMIN);
  });

  test('lasts over a reload', async ({ page, product }) => {
    await signInByForm(page, product);
    await page.reload();
    await expect(page).toHaveURL(/\/users/u);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Users');
  });

  test('tells when the server cannot be reached, and works once it can', async ({ page, product }) => {
    await page.goto('/login');
    product.desks[0].link.cut();
    await submitSignIn(page, FIRST_ADMIN, product.password);
    await expect(page.getByRole('alert')).toBeVisible();
    product.desks[0].link.restore();
    await submitSignIn(page, FIRST_ADMIN, product.password);
    await expect(page).toHaveURL(/\/overview/u);
  });

  test('is not forgotten when the server cannot be reached at the start, and goes on by itself once it can', async ({ page, product }) => {
    await signInByForm(page, product);
    product.desks[0].link.cut();
    await page.reload();
    await expect(page.getByRole('status')).toContainText('the server cannot be reached');
    product.desks[0].link.restore();
    await expect(page).toHaveURL(/\/users/u, { timeout: 15_000 });
  });

  test('ends in every tab when one signs out, and Back leads nowhere', async ({ page, context, product }) => {
    await signInByForm(page, product);
    const otherTab = await context.newPage();
    await otherTab.goto('/users');
    await expect(otherTab).toHaveURL(/\/users/u);
    await page.getByRole('button', { name: /^Account/u }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(page).toHaveURL(/\/login/u);
    await expect(otherTab).toHaveURL(/\/login/u);
    await expectNoWayBack(page);
  });
});
