import { setTimeout as sleep } from 'node:timers/promises';
import { SECOND_ADMIN } from '../support/product';
import { freshness, signIn } from '../support/sign-in';
import { changeUser } from '../support/platform/churn';
import { expect, test } from '../support/platform/journey';
import { DOCUMENTED_LIMITS } from '../support/platform/options';
import { expectAsOnServer } from '../support/users';

const MENDED_MS = 60_000;
/** The list equals the server this long after the last event, even if an event was lost. */
const COMPARED_MS = 75_000;
const IDLE_MS = 30_000;
const LISTS_A_MINUTE = 6;

test.describe("the users' list on a backend without numbers", () => {
  test.describe.configure({ timeout: 180_000 });

  test('says so while the server is away under changes, and ends right', async ({ page, colleague, product, platform }) => {
    const screens = [page, colleague];
    await signIn(page, product);
    await signIn(colleague, product, SECOND_ADMIN);
    for (const screen of screens) await expect(freshness(screen)).toHaveAttribute('data-state', 'live');
    await product.stopServer();
    for (const screen of screens) await expect(freshness(screen)).toHaveAttribute('data-state', /^(?:late|stale|offline|connecting)$/u);
    for (let made = 0; made < 20; made++) changeUser(platform);
    await product.startServer();
    for (let made = 0; made < 20; made++) changeUser(platform);
    for (const screen of screens) {
      await expect(freshness(screen)).toHaveAttribute('data-state', 'live', { timeout: MENDED_MS });
      await expectAsOnServer(screen, await product.signIn());
    }
  });

  test('ends right although every third event is lost', async ({ page, product, platform }) => {
    await signIn(page, product);
    await expect(freshness(page)).toHaveAttribute('data-state', 'live');
    platform.configure({ dropEvery: 3 });
    for (let made = 0; made < 20; made++) changeUser(platform);
    await expectAsOnServer(page, await product.signIn(), COMPARED_MS);
  });

  test('asks for no missing route for ever, and rests when nothing happens', { tag: '@plainest' }, async ({ page, product, platform }) => {
    await signIn(page, product);
    for (const path of ['/overview', '/partner-places', '/site-images', '/users']) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    }
    await sleep(IDLE_MS);
    platform.requests.clear();
    await sleep(IDLE_MS);
    expect(platform.requests.of({ status: 404 })).toEqual([]);
    expect(platform.requests.count()).toBeLessThanOrEqual(LISTS_A_MINUTE);
  });

  test('stays live at the documented limits under five changes a second', { tag: '@awkward' }, async ({ page, product, platform }) => {
    platform.configure({ limits: DOCUMENTED_LIMITS });
    await signIn(page, product);
    await expect(freshness(page)).toHaveAttribute('data-state', 'live');
    const changing = setInterval(() => changeUser(platform), 200);
    const states = new Set<string | null>();
    for (let second = 0; second < 60; second++) {
      states.add(await freshness(page).getAttribute('data-state'));
      await sleep(1000);
    }
    clearInterval(changing);
    expect([...states]).toEqual(['live']);
    expect(platform.requests.count({ status: 429 })).toBe(0);
    expect(platform.requests.count({ path: '/users', withinMs: 60_000 })).toBeLessThanOrEqual(LISTS_A_MINUTE);
    await expectAsOnServer(page, await product.signIn(), COMPARED_MS);
  });
});
