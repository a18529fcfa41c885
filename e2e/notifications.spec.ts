import { randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import * as v from 'valibot';
import { NotificationsPage } from '#contract/notifications';
import { PartnerRequestCreated } from '#contract/partner-changes';
import type { AdminApi } from '../tools/admin-api';
import { SECOND_ADMIN } from './support/product';
import { signIn } from './support/sign-in';
import { expect, test } from './support/test';

/** A place that asks to become a partner: every admin is told. @returns its name. */
async function askToJoin(api: AdminApi): Promise<string> {
  const placeName = `Chez ${randomBytes(4).toString('hex')}`;
  const request = {
    contactName: 'Ana Souza',
    email: 'ana@example.com',
    phone: '+352621123456',
    countryCode: 'LU',
    city: 'Luxembourg',
    address: '1, rue du Marché',
  };
  v.parse(PartnerRequestCreated, await api.request('POST', '/partner-places/requests', { ...request, placeName }));
  return placeName;
}

const unreadOf = async (api: AdminApi) => v.parse(NotificationsPage, await api.request('GET', '/notifications?limit=1')).pagination.unread;
const count = (page: Page) => page.getByTestId('unread-count');
const freshness = (page: Page) => page.getByTestId('freshness-notifications');
const row = (page: Page, placeName: string) => page.getByRole('list', { name: 'Notifications' }).locator('[data-id]').filter({ hasText: placeName });
const expectCount = (page: Page, unread: number) => (unread === 0 ? expect(count(page)).toHaveCount(0) : expect(count(page)).toHaveText(String(unread)));

test.describe('notifications', () => {
  let own: AdminApi;
  let others: AdminApi;

  test.beforeEach(async ({ page, colleague, product }) => {
    [own, others] = [await product.signIn(), await product.signIn(SECOND_ADMIN)];
    await signIn(page, product);
    await signIn(colleague, product, SECOND_ADMIN);
  });

  test('reach every admin, are read in step with other tabs, and by oneself only', async ({ page, colleague }) => {
    const tab = await page.context().newPage();
    for (const screen of [page, tab, colleague]) {
      await screen.goto('/notifications');
      await expect(freshness(screen)).toHaveAttribute('data-state', 'live');
    }
    const placeName = await askToJoin(own);
    for (const screen of [page, tab, colleague]) await expect(row(screen, placeName)).toContainText('asks for');
    for (const screen of [page, tab]) await expectCount(screen, await unreadOf(own));

    await row(page, placeName)
      .getByRole('button', { name: /^Mark as read/u })
      .click();
    for (const screen of [page, tab]) {
      await expect(row(screen, placeName).getByRole('button')).toHaveCount(0);
      await expectCount(screen, await unreadOf(own));
    }
    await expect(row(colleague, placeName).getByRole('button')).toHaveCount(1);
    await expectCount(colleague, await unreadOf(others));

    await page.getByRole('button', { name: 'Mark all as read' }).click();
    for (const screen of [page, tab]) {
      await expectCount(screen, 0);
      await expect(screen.getByText('All read')).toBeVisible();
    }
    expect(await unreadOf(others)).toBeGreaterThan(0);
    await expectCount(colleague, await unreadOf(others));
  });

  test('are counted right after an outage, on whichever page', async ({ page, product }) => {
    await expectCount(page, await unreadOf(own));
    product.desks[0].link.cut();
    await askToJoin(own);
    await own.request('POST', '/notifications/read-all');
    await askToJoin(own);
    await askToJoin(own);
    product.desks[0].link.restore();
    await expect(count(page)).toHaveText('2', { timeout: 30_000 });
    expect(await unreadOf(own)).toBe(2);
  });

  test('are seen from the bell, said aloud, and lead to what they are about', async ({ page }) => {
    const placeName = await askToJoin(own);
    await expect(page.locator('app-bell').getByRole('status')).toContainText(placeName);
    const bell = page.locator('app-bell');
    await bell.getByRole('button').first().click();
    await expect(bell.getByRole('link', { name: new RegExp(placeName, 'u') })).toHaveAttribute('href', /^\/partner-places\?request=/u);
    await bell.getByRole('listitem').filter({ hasText: placeName }).getByRole('button').click();
    await expect(bell.getByRole('listitem').filter({ hasText: placeName }).getByRole('button')).toHaveCount(0);
    await expectCount(page, await unreadOf(own));
    await bell.getByRole('link', { name: 'All notifications' }).click();
    await expect(page).toHaveURL(/\/notifications$/u);
    await expect(row(page, placeName)).toBeVisible();
  });
});
