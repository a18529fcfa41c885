import { expect, type Locator, type Page } from '@playwright/test';
import { REFRESH_TRANSPORT_HEADER } from '#contract/auth';
import { FIRST_ADMIN, type Product } from './product';

/** Fills in the sign-in page as a person does, and does not wait for what comes of it. */
export async function submitSignIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('Email', { exact: true }).fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** Signs an admin in as a person does, up to a page: the one that they asked for before they were sent to sign in. */
export async function signInByForm(page: Page, product: Product, email: string = FIRST_ADMIN, path = '/users'): Promise<void> {
  await page.goto(path);
  await submitSignIn(page, email, product.password);
  await expect(page).toHaveURL(new RegExp(`${path}$`, 'u'));
}

/**
 * Brings an admin to a page as one who signed in before and comes back: by the cookie that our
 * server gave them then. The customer's gives none: there it is by the form.
 */
export async function signIn(page: Page, product: Product, email: string = FIRST_ADMIN, path = '/users'): Promise<void> {
  if (product.backend !== 'reference') {
    await signInByForm(page, product, email, path);
    // The mouse rests where the button was, which may be a row now: a list moves no row that is pointed at.
    await page.mouse.move(600, 5);
    return;
  }
  const { apiOrigin, password } = product;
  const headers = { [REFRESH_TRANSPORT_HEADER]: 'cookie' };
  const answer = await page.context().request.post(`${apiOrigin}/api/v1/auth/admin/login`, { headers, data: { email, password } });
  expect(answer.status(), await answer.text()).toBe(200);
  await page.goto('/favicon.svg');
  await page.evaluate(() => localStorage.setItem('moien.signed-in', 'yes'));
  await page.goto(path);
  await expect(page).toHaveURL(new RegExp(`${path}$`, 'u'));
}

/** Neither the Back button nor the address leads behind the sign-in page. */
export async function expectNoWayBack(page: Page): Promise<void> {
  await page.goBack();
  await expect(page).not.toHaveURL(/\/users/u);
  await page.goto('/users');
  await expect(page).toHaveURL(/\/login/u);
}

/** A panel's own account of how fresh it is: its `data-state`. */
export function freshness(page: Page, panel = 'users'): Locator {
  return page.getByTestId(`freshness-${panel}`);
}
