import { expect, test } from './support/test';

const SCRIPT = /\/main-\w+\.js/u;

test.describe('a slow start', () => {
  test('shows the mark until the first page stands', async ({ page }) => {
    let go: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (go = resolve));
    await page.route(SCRIPT, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto('/login', { waitUntil: 'commit' });
    await expect(page.locator('.splash img')).toBeVisible();
    go();
    await expect(page.getByLabel('Email', { exact: true })).toBeVisible();
    await expect(page.locator('.splash')).toBeHidden();
  });

  test('that comes to nothing says so instead', async ({ page }) => {
    await page.route(SCRIPT, (route) => route.abort());
    await page.goto('/login');
    await expect(page.getByText('Moien could not start.')).toBeVisible();
    await expect(page.locator('.splash')).toBeHidden();
  });

  test('waits no longer for where its server is than for its script', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto('/login');
    await expect(page.getByLabel('Email', { exact: true })).toBeVisible();
    expect(asked.filter((path) => path === '/config.json')).toEqual(['/config.json']);
    expect(asked.indexOf('/config.json')).toBeLessThan(asked.findIndex((path) => path.startsWith('/chunk-')));
  });
});

test.describe('a page whose host does not say where the server is', () => {
  for (const [what, answer] of [
    ['has no such file', { status: 404, body: 'Not found' }],
    ['answers with the page instead', { status: 200, contentType: 'text/html', body: '<!doctype html>' }],
    ['names no origin', { status: 200, json: { apiOrigin: 'api.example' } }],
  ] as const) {
    test(`because it ${what} says so in both languages`, async ({ page, complaints }) => {
      await page.route('**/config.json', (route) => route.fulfill(answer));
      await page.goto('/login');
      await expect(page.getByText('config.json is missing or not valid')).toBeVisible();
      await expect(page.getByText('مفقود أو غير صالح')).toBeVisible();
      await expect(page.locator('.splash')).toBeHidden();
      expect(complaints.splice(0).join()).toContain('config.json');
    });
  }
});
