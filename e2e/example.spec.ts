import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { gzipSync } from 'node:zlib';
import { expect, test, type Page } from '@playwright/test';
import { buildSync } from 'esbuild';
import { freePort } from '../tools/free-port';
import { buildExample } from './support/example';

test.describe('the library, packed and installed into an application of its own', () => {
  test.describe.configure({ timeout: 240_000 });
  let port: number;
  let server: ChildProcess;
  const origin = (): string => `http://localhost:${String(port)}`;

  async function start(): Promise<void> {
    server = spawn(process.execPath, ['examples/whole-list/server.mjs'], { env: { ...process.env, PORT: String(port) }, stdio: 'inherit' });
    await expect.poll(() => fetch(`${origin()}/tasks`).then(({ ok }) => ok, () => false)).toBe(true); // prettier-ignore
  }
  async function stop(): Promise<void> {
    const exited = once(server, 'exit');
    server.kill();
    await exited;
  }
  const save = (id: string, title: string): Promise<Response> => fetch(`${origin()}/tasks`, { method: 'PUT', body: JSON.stringify({ id, title }) });
  const titles = (page: Page): Promise<string[]> => page.getByRole('listitem').allTextContents();

  test.beforeAll(async () => {
    test.setTimeout(240_000);
    buildExample();
    port = await freePort();
    await start();
  });
  test.afterAll(() => stop());

  test('is no larger than 14 kB gzip, Angular and socket.io-client aside', () => {
    const all = ['', '/engine', '/unnumbered', '/socket-io'].map((entry) => `export * from '@moien/live${entry}';`).join('\n');
    const { outputFiles } = buildSync({
      stdin: { contents: all, resolveDir: 'examples/whole-list' },
      bundle: true,
      minify: true,
      format: 'esm',
      external: ['@angular/core'],
      write: false,
    });
    const kilobytes = gzipSync(outputFiles[0]?.contents ?? '').length / 1000;
    test.info().annotations.push({ type: 'script, kB gzip', description: kilobytes.toFixed(1) });
    expect(kilobytes).toBeGreaterThan(5);
    expect(kilobytes).toBeLessThanOrEqual(14);
  });

  test('keeps a list by REST equal to a server whose events have no numbers, also over an outage', async ({ page }) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(origin());
    await expect(page.getByRole('status')).toHaveText('live');
    await save('2', 'Add a task');
    await save('2', 'Add a task, once');
    await expect.poll(() => titles(page)).toEqual(['Add a task, once', 'Write the list']);
    await fetch(`${origin()}/tasks/1`, { method: 'DELETE' });
    await expect.poll(() => titles(page)).toEqual(['Add a task, once']);
    await stop();
    await expect(page.getByRole('status')).toHaveText('stale');
    expect(await titles(page)).toEqual(['Add a task, once']);
    await start();
    await save('3', 'Changed while nobody heard it');
    await expect(page.getByRole('status')).toHaveText('live', { timeout: 60_000 });
    await expect.poll(() => titles(page)).toEqual(['Changed while nobody heard it', 'Write the list']);
    expect(errors).toEqual([]);
  });
});
