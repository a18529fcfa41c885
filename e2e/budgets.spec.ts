import { gzipSync } from 'node:zlib';
import type { BrowserContext, Response } from '@playwright/test';
import { freshness, signInByForm } from './support/sign-in';
import { expect, test } from './support/test';

/** In thousands of bytes, as sent with gzip. */
const SIGN_IN_BUDGET_KB = 130;
const USERS_BUDGET_KB = 220;
const OVERVIEW_BUDGET_KB = 215;
/** ECharts, which loads once the overview has been drawn. */
const CHARTS_BUDGET_KB = 175;
const CHART_CODE = '_echarts_instance_';
/** The handshake's path stands in every build of a Socket.IO client. */
const SOCKET_CODE = '/socket.io';

/** What pages of a context fetched. */
class Fetched {
  readonly origins = new Set<string>();
  private readonly responses = new Map<string, Response>();

  constructor(context: BrowserContext) {
    context.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      if (protocol.startsWith('http')) this.origins.add(origin);
    });
    context.on('response', (response) => {
      if (response.request().resourceType() === 'script') this.responses.set(response.url(), response);
    });
  }

  /** The scripts, each once. */
  async scripts(): Promise<Buffer[]> {
    return Promise.all([...this.responses.values()].map((response) => response.body()));
  }
}

const kilobytes = (scripts: readonly Buffer[]): number => Math.round(scripts.reduce((sum, script) => sum + gzipSync(script).length, 0) / 1000);
const hasSocketCode = (scripts: readonly Buffer[]): boolean => scripts.some((script) => script.includes(SOCKET_CODE));

test.describe('the pages stay light', () => {
  test('signing in takes no more script than its budget, and none of the socket', async ({ page, context }) => {
    const fetched = new Fetched(context);
    await page.goto('/login', { waitUntil: 'networkidle' });
    const scripts = await fetched.scripts();
    test.info().annotations.push({ type: 'script, kB gzip', description: String(kilobytes(scripts)) });
    expect(kilobytes(scripts)).toBeLessThanOrEqual(SIGN_IN_BUDGET_KB);
    expect(hasSocketCode(scripts)).toBe(false);
  });

  test('the users take no more than theirs, everything before them included', async ({ page, context, product }) => {
    const fetched = new Fetched(context);
    await signInByForm(page, product);
    await expect(freshness(page)).toHaveAttribute('data-state', 'live');
    const scripts = await fetched.scripts();
    test.info().annotations.push({ type: 'script, kB gzip', description: String(kilobytes(scripts)) });
    expect(kilobytes(scripts)).toBeLessThanOrEqual(USERS_BUDGET_KB);
    expect(hasSocketCode(scripts)).toBe(true);
  });

  test('the overview is drawn with no more than its own, and fetches the charts only then', async ({ page, context, product }) => {
    const fetched = new Fetched(context);
    await signInByForm(page, product, undefined, '/overview');
    await expect(page.locator('app-bar-chart canvas').first()).toBeVisible();
    const scripts = await fetched.scripts();
    const isChart = (script: Buffer): boolean => script.includes(CHART_CODE);
    const [own, charts] = [scripts.filter((script) => !isChart(script)), scripts.filter(isChart)];
    test.info().annotations.push({ type: 'script, kB gzip', description: `${String(kilobytes(own))} and ${String(kilobytes(charts))} of charts` });
    expect(kilobytes(own)).toBeLessThanOrEqual(OVERVIEW_BUDGET_KB);
    expect(kilobytes(charts)).toBeGreaterThan(0);
    expect(kilobytes(charts)).toBeLessThanOrEqual(CHARTS_BUDGET_KB);
  });

  test('nothing is asked of anybody but the client’s own server and the API', async ({ page, context, product }) => {
    const fetched = new Fetched(context);
    await signInByForm(page, product);
    await expect(freshness(page)).toHaveAttribute('data-state', 'live');
    const [{ origin, link }] = product.desks;
    expect([...fetched.origins].toSorted()).toEqual([origin, link.origin].toSorted());
  });
});
