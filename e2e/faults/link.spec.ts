import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { Link } from '../support/link';

/** Long enough to be sure that nothing comes, short enough to wait for. */
const SILENCE_MS = 400;

test.describe('a link', () => {
  let server: Server;
  let link: Link;

  test.beforeEach(async () => {
    server = createServer((_request, response) => response.end('here'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    link = await Link.open((server.address() as AddressInfo).port);
  });

  test.afterEach(async () => {
    await link.close();
    server.close();
    server.closeAllConnections();
  });

  const ask = async (): Promise<string> => (await fetch(link.origin, { signal: AbortSignal.timeout(SILENCE_MS) })).text();

  test('lets everything through when it is up', async () => {
    expect(await ask()).toBe('here');
  });

  test('refuses at once when it is cut, and works again when restored', async () => {
    await ask();
    link.cut();
    await expect(ask()).rejects.toThrow('fetch failed');
    link.restore();
    expect(await ask()).toBe('here');
  });

  test('answers nothing and refuses nothing when it hangs', async () => {
    await ask();
    link.hang();
    await expect(ask()).rejects.toThrow('timeout');
    link.restore();
    await expect(ask).toPass();
  });

  test('holds back both ways when it lags', async () => {
    link.delay(100);
    const start = performance.now();
    expect(await ask()).toBe('here');
    expect(performance.now() - start).toBeGreaterThanOrEqual(195);
  });
});
