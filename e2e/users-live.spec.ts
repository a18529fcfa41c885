import { Changes } from '../tools/traffic/changes';
import { SECOND_ADMIN } from './support/product';
import { freshness, signIn } from './support/sign-in';
import { expect, test } from './support/test';
import { expectAsOnServer, listed, register, rowOf } from './support/users';

test.describe('two admins at once', () => {
  test.beforeEach(async ({ page, colleague, product }) => {
    await signIn(page, product);
    await signIn(colleague, product, SECOND_ADMIN);
    for (const screen of [page, colleague]) await expect(freshness(screen)).toHaveAttribute('data-state', 'live');
  });

  test('see a registration at the top, once', async ({ page, colleague, product }) => {
    const user = await register(await product.signIn());
    for (const screen of [page, colleague]) {
      await expect(rowOf(screen, user)).toHaveCount(1);
      await expect(rowOf(screen, user)).toHaveAttribute('aria-rowindex', '2');
      await expect(rowOf(screen, user)).toContainText(user.fullName);
    }
  });

  test('see a name changed, a ban, its end, and a deletion, each in its place', async ({ page, colleague, product }) => {
    const api = await product.signIn();
    const user = await register(api);
    const screens = [page, colleague];
    for (const screen of screens) await expect(rowOf(screen, user)).toBeVisible();

    await api.request('PATCH', `/users/${user.id}`, { fullName: 'Ünlikely Tést Nâme' });
    for (const screen of screens) await expect(rowOf(screen, user)).toContainText('Ünlikely Tést Nâme');

    await api.request('POST', `/users/${user.id}/ban`, { reason: 'A journey' });
    for (const screen of screens) await expect(rowOf(screen, user)).toContainText('Banned');

    await api.request('POST', `/users/${user.id}/unban`);
    for (const screen of screens) await expect(rowOf(screen, user)).not.toContainText('Banned');

    await api.request('DELETE', `/users/${user.id}`);
    for (const screen of screens) await expect(rowOf(screen, user)).toHaveCount(0);
  });

  test('move no row that is pointed at, whatever the other does around it, and show it all when asked', async ({ page, product }) => {
    const api = await product.signIn();
    const users = await listed(api);
    const pointed = page.locator(`[data-id="${users[1]?.id ?? ''}"]`);
    await pointed.hover();
    await pointed.evaluate((row) => {
      const tops = new Set<number>();
      Object.assign(window, { tops });
      const look = (): void => {
        tops.add(row.isConnected ? row.getBoundingClientRect().top : Number.NaN);
        requestAnimationFrame(look);
      };
      look();
    });
    await register(api);
    await api.request('DELETE', `/users/${users[0]?.id ?? ''}`);
    const changes = new Changes(api);
    await changes.load();
    await Promise.all(Array.from({ length: 40 }, () => changes.make()));
    await register(api);
    const pill = page.locator('app-users-grid [appPill]');
    await expect(pill).toContainText(/\d+ new/u);
    await expect(pill).toContainText(/\d+ left the list/u);
    await expect(freshness(page)).toHaveAttribute('data-state', 'live');
    expect(await page.evaluate(() => (window as unknown as { tops: Set<number> }).tops.size)).toBe(1);
    await pill.click();
    await page.mouse.move(600, 5);
    await expectAsOnServer(page, api);
  });

  test('both end equal to the server after a burst of changes', async ({ page, colleague, product }) => {
    const api = await product.signIn();
    const changes = new Changes(api);
    await changes.load();
    await Promise.all(Array.from({ length: 60 }, () => changes.make()));
    for (const screen of [page, colleague]) {
      await expectAsOnServer(screen, api);
      await expect(freshness(screen)).toHaveAttribute('data-state', 'live');
    }
  });

  test('see the same after one of them reloads', async ({ page, colleague, product }) => {
    const api = await product.signIn();
    await register(api);
    await page.reload();
    for (const screen of [page, colleague]) await expectAsOnServer(screen, api);
  });
});
