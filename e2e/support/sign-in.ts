import { expect, type Page } from '@playwright/test';
import { FIRST_ADMIN, type Product } from './product';

/** Fills in the sign-in page as a person does, and does not wait for what comes of it. */
export async function submitSignIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('Email', { exact: true }).fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** Signs an admin in and waits for the users. */
export async function signIn(page: Page, product: Product, email: string = FIRST_ADMIN): Promise<void> {
  await page.goto('/login');
  await submitSignIn(page, email, product.password);
  await page.waitForURL('**/users');
  await expect(freshness(page)).toHaveAttribute('data-state', 'live');
}

/** The users panel's own account of how fresh it is: its `data-state`. */
export function freshness(page: Page): ReturnType<Page['getByTestId']> {
  return page.getByTestId('freshness-users');
}
