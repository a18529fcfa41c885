import { buildStatic } from '../tools/client/static-build';
import { ReferenceProduct, type Product } from './support/product';
import { freshness, signIn, signInByForm } from './support/sign-in';
import { StaticHost } from './support/static-host';
import { expect, test as base } from './support/test';
import { listed, rowOf } from './support/users';

/** As a browser says it that opens an address. */
const NAVIGATION = { 'Sec-Fetch-Dest': 'document', Accept: 'text/html,*/*;q=0.8' };

/** The journeys' product, its client served by nginx as plain files. */
const test = base.extend<object, { readonly product: Product }>({
  product: [
    async ({}, use) => {
      buildStatic();
      const product = await ReferenceProduct.start({ startHost: (apiOrigin) => StaticHost.start(apiOrigin) });
      await use(product);
      await product.stop();
    },
    { scope: 'worker', timeout: 240_000 },
  ],
});

test.describe('hosted as static files, the desk', () => {
  test('signs in, is live, and opens again where it was', async ({ page, product }) => {
    await signInByForm(page, product);
    await expect(freshness(page)).toHaveAttribute('data-state', 'live');
    const api = await product.signIn();
    const [user] = await listed(api);
    if (user === undefined) throw new Error('Nobody is listed.');
    await api.request('PATCH', `/users/${user.id}`, { fullName: 'Ünlikely Tést Nâme' });
    await expect(rowOf(page, user)).toContainText('Ünlikely Tést Nâme');

    await page.goto('/users?sort=fullName');
    await page.reload();
    await expect(page).toHaveURL(/\/users\?sort=fullName$/u);
    await expect(freshness(page)).toHaveAttribute('data-state', 'live');
  });

  test('draws every page, in Arabic too, under its policy', async ({ page, product }) => {
    await page.addInitScript(() => localStorage.setItem('moien.language', 'ar'));
    await signIn(page, product);
    for (const path of ['/overview', '/partner-places', '/site-images', '/notifications', '/staff', '/sessions', '/users']) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(/\p{Script=Arabic}/u);
      await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    }
    // Components' styles hold: without them nothing of a page would stand beside anything else.
    await expect(page.locator('app-users-page')).toHaveCSS('display', 'flex');
  });

  test('comes compressed, for ever under names with a hash, and anew each time otherwise', async ({ page }) => {
    const script = page.waitForResponse(/\/main-[\w-]{8}\.js$/u);
    const document = await page.goto('/users');
    expect(document?.headers()).toEqual(expect.objectContaining({ 'content-encoding': 'gzip', 'cache-control': 'no-store' }));
    expect((await script).headers()).toEqual(
      expect.objectContaining({ 'content-encoding': 'gzip', 'cache-control': 'public, max-age=31536000, immutable', vary: 'Accept-Encoding' }),
    );
    expect((await page.request.get('/config.json')).headers()['cache-control']).toBe('no-cache');
  });

  test('says that a file is missing instead of giving the page for it', async ({ page }) => {
    for (const [path, headers] of [
      ['/chunk-AAAAAAAA.js', { 'Sec-Fetch-Dest': 'script', Accept: '*/*' }],
      ['/chunk-AAAAAAAA.js', NAVIGATION],
      ['/users', { 'Sec-Fetch-Dest': 'image', Accept: 'image/*' }],
      ['/api/v1/users', { 'Sec-Fetch-Dest': 'empty', Accept: 'application/json' }],
      ['/nginx-headers.conf', NAVIGATION],
    ] as const) {
      const response = await page.request.get(path, { headers });
      expect(response.status(), path).toBe(404);
      expect(response.headers()['cache-control'] ?? '').not.toContain('immutable');
      expect(response.headers()['x-content-type-options']).toBe('nosniff');
    }
    expect((await page.request.get('/users', { headers: NAVIGATION })).status()).toBe(200);
  });

  test('sends what protects it', async ({ page }) => {
    const policy = (await page.goto('/users'))?.headers()['content-security-policy'] ?? '';
    expect(policy).toMatch(/script-src 'self' 'sha256-[^']+';/u);
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toContain('unsafe');
  });

  test('finds another API once its one place of configuration names it, without a build', async ({ page, product }) => {
    const [here, there] = product.desks;
    await signInByForm(page, product);
    const host = here.host as StaticHost;
    await host.pointTo(there.link.origin);
    const asked = page.waitForRequest((request) => request.url().startsWith(`${there.link.origin}/api/v1/users`));
    await page.reload();
    await asked;
    await expect(freshness(page)).toHaveAttribute('data-state', 'live');
    await host.pointTo(here.link.origin);
  });
});
