import type { Locator, Page } from '@playwright/test';
import * as v from 'valibot';
import { ActivityPage } from '#contract/activity';
import { Changes } from '../tools/traffic/changes';
import type { AdminApi } from '../tools/admin-api';
import { expectFiguresAsOnServer, overviewOf } from './support/overview';
import { SECOND_ADMIN } from './support/product';
import { freshness, signIn } from './support/sign-in';
import { expect, test } from './support/test';
import { register } from './support/users';

const feed = (page: Page): Locator => page.locator('[data-activity]');
const total = (page: Page): Locator => page.locator('[data-tile=all] strong');

/** Waits until the feed begins as the log does: each entry once, in its order. */
async function expectFeedAsOnServer(page: Page, api: AdminApi): Promise<void> {
  await expect(async () => {
    const { data } = v.parse(ActivityPage, await api.request('GET', '/activity?limit=30'));
    const shown = await feed(page).evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset['id']));
    expect(shown.slice(0, data.length)).toEqual(data.map(({ namespace, seq, at }) => `${namespace}:${String(seq)}:${at}`));
    expect(new Set(shown).size).toBe(shown.length);
  }).toPass({ timeout: 15_000 });
}

test.describe('two admins look at the overview', () => {
  let api: AdminApi;

  test.beforeEach(async ({ page, colleague, product }) => {
    api = await product.signIn();
    await signIn(page, product, undefined, '/overview');
    await signIn(colleague, product, SECOND_ADMIN, '/overview');
    for (const screen of [page, colleague]) {
      await expect(freshness(screen, 'overview')).toHaveAttribute('data-state', 'live');
      await expect(freshness(screen, 'activity')).toHaveAttribute('data-state', 'live');
    }
  });

  test('see a registration in the figures and in the activity, and go to it', async ({ page, colleague }) => {
    const before = (await overviewOf(api)).users.total;
    const user = await register(api);
    for (const screen of [page, colleague]) {
      await expect(total(screen)).toHaveText(String(before + 1));
      await expect(feed(screen).first()).toContainText(user.fullName);
      await expect(feed(screen).filter({ hasText: user.fullName })).toHaveCount(1);
    }
    await page.getByRole('link', { name: user.fullName }).click();
    await expect(page).toHaveURL(new RegExp(`/users\\?user=${user.id}$`, 'u'));
  });

  test('see the figures and the log of the server after a burst of changes', async ({ page, colleague }) => {
    const changes = new Changes(api);
    await changes.load();
    await Promise.all(Array.from({ length: 40 }, () => changes.make()));
    for (const screen of [page, colleague]) {
      await expectFiguresAsOnServer(screen, api);
      await expectFeedAsOnServer(screen, api);
      await expect(freshness(screen, 'overview')).toHaveAttribute('data-state', 'live');
    }
  });

  test('one pauses the activity: what comes waits until it is asked for', async ({ page, colleague }) => {
    const first = await register(api);
    for (const screen of [page, colleague]) await expect(feed(screen).first()).toContainText(first.fullName);
    await page.getByRole('button', { name: 'Pause' }).click();
    const second = await register(api);
    await expect(feed(colleague).first()).toContainText(second.fullName);
    await expect(page.getByRole('button', { name: '1 new', exact: true })).toBeVisible();
    await expect(feed(page).first()).toContainText(first.fullName);
    await page.getByRole('button', { name: 'Resume' }).click();
    await expect(feed(page).first()).toContainText(second.fullName);
  });

  test('one loses the network: the figures stay and say that they are old, and are right again after it', async ({ page, colleague, product }) => {
    const before = await total(page).innerText();
    product.desks[0].link.cut();
    await expect(freshness(page, 'overview')).toHaveAttribute('data-state', 'stale');
    const users = [await register(api), await register(api)];
    await api.request('POST', `/users/${String(users[0]?.id)}/ban`, { reason: 'A journey' });
    await expectFiguresAsOnServer(colleague, api);
    await expect(total(page)).toHaveText(before);
    await expect(page.getByText('These figures may be out of date')).toBeVisible();
    product.desks[0].link.restore();
    await expect(freshness(page, 'overview')).toHaveAttribute('data-state', 'live', { timeout: 20_000 });
    await expectFiguresAsOnServer(page, api);
    await expectFeedAsOnServer(page, api);
  });
});

test.describe('one admin', () => {
  test('narrows the activity, by an address that shows a colleague the same', async ({ page, colleague, product }) => {
    const api = await product.signIn();
    // By the id: names are made up, and come up more than once.
    const { id } = await register(api);
    const theirs = feed(page).filter({ has: page.locator(`a[href*="${id}"]`) });
    await signIn(page, product, undefined, '/overview');
    await page.getByText('Requests', { exact: true }).click();
    await expect(page).toHaveURL(/activity=requests/u);
    await expect(theirs).toHaveCount(0);
    await page.goBack();
    await expect(theirs).toHaveCount(1);
    await signIn(colleague, product, SECOND_ADMIN);
    await colleague.goto('/overview?activity=users');
    await expect(colleague.getByRole('radio', { name: 'Users', exact: true })).toBeChecked();
    await expect(feed(colleague).first()).toHaveAttribute('data-activity', /^user\./u);
  });

  test('reads the charts as tables in Arabic, in its own digits, with links to those counted', async ({ page, product }) => {
    const { registrations } = await overviewOf(await product.signIn());
    await signIn(page, product, undefined, '/overview');
    await page.getByRole('button', { name: 'العربية' }).click();
    const countries = page.locator('app-chart-panel').nth(1);
    await expect(countries.locator('canvas')).toBeVisible();
    await countries.getByRole('button', { name: 'عرض كجدول' }).click();
    await expect(countries.locator('canvas')).toHaveCount(0);
    await expect(page).toHaveURL(/tables=countries/u);
    const [first] = registrations.countries;
    const line = countries.getByRole('row').nth(1);
    await expect(line).toContainText(new Intl.NumberFormat('ar-u-nu-arab').format(first?.total ?? 0));
    await line.getByRole('link').click();
    await expect(page).toHaveURL(new RegExp(`/users\\?country=${first?.countryCode ?? ''}$`, 'u'));
  });

  test('is told what happened since they left, and does not hear it twice', async ({ page, product }) => {
    const api = await product.signIn();
    await signIn(page, product, undefined, '/overview');
    await page.getByRole('button', { name: /^Account/u }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(page).toHaveURL(/\/login/u);
    await register(api);
    await signIn(page, product, undefined, '/overview');
    const since = page.getByRole('region', { name: /^Since you left/u });
    await expect(since).toBeVisible();
    await since.getByRole('button').click();
    await expect(since).toHaveCount(0);
    await page.reload();
    await expect(page.locator('[data-tile=all]')).toBeVisible();
    await expect(since).toHaveCount(0);
  });
});
