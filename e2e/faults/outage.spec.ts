import { Changes } from '../../tools/traffic/changes';
import type { AdminApi } from '../../tools/admin-api';
import { SECOND_ADMIN } from '../support/product';
import { freshness, signIn } from '../support/sign-in';
import { expect, test } from '../support/test';
import { expectAsOnServer, register, rowOf } from '../support/users';

/** A dead connection is noticed once the server's pings stay away: one each 10 s, and 1.2 times that is waited for. */
const NOTICED_MS = 20_000;
/** Until it is mended again: noticed, tried anew each few seconds, and asked for what was missed. */
const MENDED_MS = 30_000;
const NOT_LIVE = /^(late|stale|offline|connecting)$/u;

async function change(api: AdminApi, times: number): Promise<void> {
  const changes = new Changes(api);
  await changes.load();
  for (let made = 0; made < times; made++) await changes.make();
}

test.describe('when the network fails', () => {
  test.describe.configure({ timeout: 120_000 });
  let api: AdminApi;

  test.beforeEach(async ({ page, colleague, product }) => {
    api = await product.signIn();
    await signIn(page, product);
    await signIn(colleague, product, SECOND_ADMIN);
    for (const screen of [page, colleague]) await expect(freshness(screen)).toHaveAttribute('data-state', 'live');
  });

  test('one admin offline for a while says so, keeps the rows, and ends right; the other notices nothing', async ({ page, colleague, product }) => {
    product.desks[0].link.cut();
    await expect(freshness(page)).toHaveAttribute('data-state', NOT_LIVE);
    await change(api, 25);
    await expectAsOnServer(colleague, api);
    await expect(freshness(colleague)).toHaveAttribute('data-state', 'live');
    await expect(page.locator('[data-id]').first()).toBeVisible();
    product.desks[0].link.restore();
    await expect(freshness(page)).toHaveAttribute('data-state', 'live', { timeout: MENDED_MS });
    await expectAsOnServer(page, api);
  });

  test('a connection that hangs half-open is noticed, replaced, and nothing of the meantime is missed', async ({ page, product }) => {
    product.desks[0].link.hang();
    const user = await register(api);
    await expect(freshness(page)).toHaveAttribute('data-state', NOT_LIVE, { timeout: NOTICED_MS });
    await expect(rowOf(page, user)).toHaveCount(0);
    product.desks[0].link.restore();
    // The browser may ask on a kept connection that is dead as well, and only finds out when the request's own time is up.
    await expect(rowOf(page, user)).toHaveCount(1, { timeout: MENDED_MS });
    await expectAsOnServer(page, api);
    await expect(freshness(page)).toHaveAttribute('data-state', 'live');
  });

  test('a slow one changes nothing but the time it takes', async ({ page, product }) => {
    product.desks[0].link.delay(400);
    await change(api, 20);
    await expectAsOnServer(page, api);
  });

  test('a server that restarts finds everybody again, stale and then right', async ({ page, colleague, product }) => {
    await product.stopServer();
    for (const screen of [page, colleague]) await expect(freshness(screen)).toHaveAttribute('data-state', NOT_LIVE);
    await product.startServer();
    await change(api, 20);
    for (const screen of [page, colleague]) {
      await expect(freshness(screen)).toHaveAttribute('data-state', 'live', { timeout: MENDED_MS });
      await expectAsOnServer(screen, api);
    }
  });
});
