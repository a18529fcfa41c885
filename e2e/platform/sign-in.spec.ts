import { FIRST_ADMIN, SECOND_ADMIN } from '../support/product';
import { expectNoWayBack, freshness, signIn, submitSignIn } from '../support/sign-in';
import { hire } from '../support/staff';
import { expect, test } from '../support/platform/journey';
import { rowOf } from '../support/users';

test.describe("signing in to the customer's backend", () => {
  test('with a wrong password says so, and with the right one leads in', async ({ page, product }) => {
    await page.goto('/users');
    await submitSignIn(page, FIRST_ADMIN, 'not the password');
    await expect(page.getByRole('alert')).toContainText('Email or password is not correct');
    await expect(page.getByLabel('Email', { exact: true })).toHaveValue(FIRST_ADMIN);
    await submitSignIn(page, FIRST_ADMIN, product.password);
    await expect(page).toHaveURL(/\/users$/u);
  });

  test('lasts over a reload, and a second tab takes it over', async ({ page, context, product, platform }) => {
    await signIn(page, product);
    await page.reload();
    await expect(freshness(page)).toHaveAttribute('data-state', 'live');
    const tab = await context.newPage();
    await tab.goto('/users');
    await expect(freshness(tab)).toHaveAttribute('data-state', 'live');
    expect(platform.requests.count({ path: '/auth/admin/login' })).toBe(1);
  });

  test('ends in every tab when one signs out, and Back leads nowhere', async ({ page, context, product }) => {
    await signIn(page, product);
    const tab = await context.newPage();
    await tab.goto('/users');
    await expect(tab).toHaveURL(/\/users$/u);
    await page.getByRole('button', { name: /^Account/u }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    for (const screen of [page, tab]) await expect(screen).toHaveURL(/\/login/u);
    await expectNoWayBack(page);
  });

  test('outlives tokens of a few seconds, in two tabs at once', { tag: '@awkward' }, async ({ page, context, product, platform }) => {
    test.setTimeout(120_000);
    platform.configure({ accessSeconds: 20 });
    await signIn(page, product);
    const tab = await context.newPage();
    await tab.goto('/users');
    await expect(freshness(tab)).toHaveAttribute('data-state', 'live');
    const renewed = (): number => platform.requests.count({ path: '/auth/admin/refresh', status: platform.options.postStatus });
    const before = renewed();
    await expect
      .poll(
        async () => {
          // Opening a page sends requests, which meet the expired token.
          for (const screen of [page, tab]) await screen.getByRole('link', { name: 'Staff', exact: true }).click();
          for (const screen of [page, tab]) await screen.getByRole('link', { name: 'Users', exact: true }).click();
          return renewed() - before;
        },
        { timeout: 80_000, intervals: [2_000] },
      )
      .toBeGreaterThan(2);
    for (const screen of [page, tab]) {
      await expect(screen).toHaveURL(/\/users$/u);
      await expect(freshness(screen)).toHaveAttribute('data-state', 'live');
    }
  });

  test('says when to try again where too many have tried', async ({ page, product, platform }) => {
    await page.goto('/login');
    platform.configure({ limits: { total: 100, auth: 0, windowMs: 60_000 } });
    await submitSignIn(page, FIRST_ADMIN, product.password);
    await expect(page.getByRole('alert')).not.toBeEmpty();
    await expect(page.getByRole('button', { name: /\d+ (?:sec|min)/u })).toBeVisible();
  });

  test('is not ended by notifications that are refused, and nothing else is out of date for it', async ({ page, product, platform }) => {
    platform.configure({ notifications: 'forbidden', notificationsFor: 'users' });
    await signIn(page, product);
    await page.reload();
    await expect(freshness(page)).toHaveAttribute('data-state', 'live');
    const user = platform.users.register();
    await expect(rowOf(page, user)).toHaveCount(1);
    await expect(page).toHaveURL(/\/users$/u);
  });

  test('is over at the next request once the session was revoked, or the account deleted', async ({ page, colleague, product, platform }) => {
    const api = await product.signIn(SECOND_ADMIN);
    for (const screen of [page, colleague]) {
      const { id, email, password } = await hire(api);
      await screen.goto('/users');
      await submitSignIn(screen, email, password);
      await expect(freshness(screen)).toHaveAttribute('data-state', 'live');
      if (screen === page) platform.accounts.revokeAll(id);
      else platform.staff.delete(id);
      await screen.reload();
      await expect(screen).toHaveURL(/\/login/u);
    }
  });
});
