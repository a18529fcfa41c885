import type { Page } from '@playwright/test';
import { AdminApi } from '../tools/admin-api';
import { submitSignIn } from './support/sign-in';
import { hire, type Colleague } from './support/staff';
import { expect, test } from './support/test';

async function enter(page: Page, { email, password }: Colleague): Promise<void> {
  await page.goto('/users');
  await submitSignIn(page, email, password);
  await expect(page).toHaveURL(/\/users/u);
}

const rows = (page: Page) => page.getByRole('list', { name: 'Sessions' }).locator('[data-id]');
const age = (page: Page) => page.locator('app-checked-at');

test.describe('the sessions page', () => {
  let admin: Colleague;

  test.beforeEach(async ({ page, product }) => {
    admin = await hire(await product.signIn());
    await enter(page, admin);
  });

  test('names the devices, marks this one, and signs another browser out at once', async ({ page, colleague }) => {
    await enter(colleague, admin);
    await page.getByRole('link', { name: 'Sessions' }).click();
    await expect(rows(page)).toHaveCount(2);
    const [here, there] = [rows(page).filter({ hasText: 'This device' }), rows(page).filter({ hasNotText: 'This device' })];
    await expect(here).toContainText(/Chrome.* on .*Linux/u);
    await here.getByText('Details').click();
    await expect(here.locator('code')).toContainText('Mozilla/5.0');

    await there.getByRole('button', { name: /^Sign out/u }).click();
    await expect(colleague).toHaveURL(/\/login/u);
    await expect(colleague.getByText('You were signed out from another device')).toBeVisible();
    await expect(rows(page)).toHaveCount(1);
    await expect(page.getByText('You are signed in on this device only.')).toBeVisible();
  });

  test('ends all others once asked, and itself last by its own button', async ({ page, colleague, product }) => {
    await enter(colleague, admin);
    const elsewhere = await AdminApi.signIn(product.apiOrigin, admin.email, admin.password);
    await page.goto('/sessions');
    await expect(rows(page)).toHaveCount(3);
    const others = page.getByRole('button', { name: 'Sign out all others…' });
    await others.click();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect(rows(page)).toHaveCount(3);
    await others.click();
    await expect(page.getByRole('alertdialog')).toContainText('Sign out 2 other sessions?');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Sign out' }).click();
    await expect(colleague).toHaveURL(/\/login/u);
    await expect(rows(page)).toHaveCount(1);
    await expect(elsewhere.request('GET', '/auth/me')).rejects.toThrow('SESSION_REVOKED');
    await rows(page)
      .getByRole('button', { name: /this device$/u })
      .click();
    await expect(page).toHaveURL(/\/login/u);
  });

  test('sees a new sign-in when it is looked at again, and says how old it is when it cannot ask', async ({ page, product }) => {
    await page.goto('/sessions');
    await expect(rows(page)).toHaveCount(1);
    await AdminApi.signIn(product.apiOrigin, admin.email, admin.password);
    await page.getByRole('button', { name: 'Check again' }).click();
    await expect(rows(page)).toHaveCount(2);
    product.desks[0].link.cut();
    await expect(age(page)).toHaveAttribute('data-state', 'stale');
    await expect(age(page)).toContainText('Out of date · checked');
    await expect(rows(page)).toHaveCount(2);
    await AdminApi.signIn(product.apiOrigin, admin.email, admin.password);
    product.desks[0].link.restore();
    await expect(rows(page)).toHaveCount(3, { timeout: 30_000 });
    await expect(age(page)).toHaveAttribute('data-state', 'checked');
  });
});
