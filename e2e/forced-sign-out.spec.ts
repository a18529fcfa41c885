import type { Page } from '@playwright/test';
import { AdminApi } from '../tools/admin-api';
import type { Product } from './support/product';
import { expectNoWayBack, submitSignIn } from './support/sign-in';
import { hire, type Colleague } from './support/staff';
import { expect, test } from './support/test';

async function enter(page: Page, { email, password }: Colleague): Promise<void> {
  await page.goto('/users');
  await submitSignIn(page, email, password);
  await expect(page).toHaveURL(/\/users/u);
}

/** One admin at work: two tabs of one browser, and another browser elsewhere. */
async function atWork(page: Page, elsewhere: Page, colleague: Colleague): Promise<Page[]> {
  await enter(page, colleague);
  const secondTab = await page.context().newPage();
  await secondTab.goto('/users');
  await expect(secondTab).toHaveURL(/\/users/u);
  await enter(elsewhere, colleague);
  return [page, secondTab, elsewhere];
}

test.describe('an admin', () => {
  let admin: AdminApi;
  let victim: Colleague;

  test.beforeEach(async ({ product }: { product: Product }) => {
    admin = await product.signIn();
    victim = await hire(admin);
  });

  test('who is deleted is out everywhere at once, is told why, and Back leads nowhere', async ({ page, colleague }) => {
    const screens = await atWork(page, colleague, victim);
    await admin.request('DELETE', `/admin-staff/${victim.id}`);
    for (const screen of screens) {
      await expect(screen).toHaveURL(/\/login/u);
      await expect(screen.getByText('This account has been deleted')).toBeVisible();
    }
    await expectNoWayBack(page);
    await submitSignIn(page, victim.email, victim.password);
    await expect(page.getByText('Email or password is not correct')).toBeVisible();
  });

  test('who is banned is out everywhere at once, with the message', async ({ page, colleague }) => {
    const screens = await atWork(page, colleague, victim);
    await admin.request('POST', `/admin-staff/${victim.id}/ban`, { reason: 'Left the company' });
    for (const screen of screens) {
      await expect(screen).toHaveURL(/\/login/u);
      await expect(screen.getByText('This account has been banned')).toBeVisible();
    }
  });

  test('who is banned while offline learns it when back', async ({ page, product }) => {
    await enter(page, victim);
    product.desks[0].link.cut();
    await admin.request('POST', `/admin-staff/${victim.id}/ban`, {});
    product.desks[0].link.restore();
    await expect(page).toHaveURL(/\/login/u, { timeout: 30_000 });
    await expect(page.getByText('This account has been banned')).toBeVisible();
  });

  test('whose session is revoked elsewhere is out in that browser only', async ({ page, colleague, product }) => {
    const [here, secondTab, elsewhere] = (await atWork(page, colleague, victim)) as [Page, Page, Page];
    const own = await AdminApi.signIn(product.apiOrigin, victim.email, victim.password);
    const sessions = (await own.request('GET', '/auth/admin/sessions')) as { data: { id: string; current: boolean; createdAt: string }[] };
    const oldest = sessions.data.filter(({ current }) => !current).sort((a, b) => a.createdAt.localeCompare(b.createdAt))[0];
    await own.request('POST', `/auth/admin/sessions/${String(oldest?.id)}/revoke`);
    for (const screen of [here, secondTab]) {
      await expect(screen).toHaveURL(/\/login/u);
      await expect(screen.getByText('You were signed out from another device')).toBeVisible();
    }
    await expect(elsewhere).toHaveURL(/\/users/u);
  });

  test('who is out leaves nothing personal behind', async ({ page }) => {
    await enter(page, victim);
    await admin.request('DELETE', `/admin-staff/${victim.id}`);
    await expect(page).toHaveURL(/\/login/u);
    const left = await page.evaluate(() => [JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.body.textContent].join('\n'));
    expect(left).not.toContain(victim.email);
    expect(left).not.toContain('Temporary Colleague');
    expect(left).not.toMatch(/token/iu);
  });
});
