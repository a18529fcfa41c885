import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { findChromium } from '../../tools/chromium.mjs';
import { Cdp } from './cdp';
import { Tab } from './tab';

const FLAGS = ['--headless=new', '--remote-debugging-port=0', '--disable-background-networking', '--disable-dev-shm-usage', '--no-first-run'];

/** A Chromium of its own, with an empty profile. */
export class Browser {
  private constructor(
    private readonly process: ChildProcess,
    private readonly profile: string,
    private readonly cdp: Cdp,
    /** Of the DevTools protocol, on the loopback address. */
    readonly port: number,
  ) {}

  static async launch(): Promise<Browser> {
    const chromium = findChromium();
    if (chromium === undefined) throw new Error('No Chromium found: install one, or name it in CHROME_BIN.');
    const profile = mkdtempSync(join(tmpdir(), 'moien-bench-'));
    // Chromium does not sandbox root.
    const flags = [...FLAGS, `--user-data-dir=${profile}`, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), 'about:blank'];
    const child = spawn(chromium, flags, { stdio: ['ignore', 'ignore', 'pipe'] });
    // However we end, it does not stay behind.
    process.once('exit', () => child.kill());
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));
    for await (const line of createInterface(child.stderr)) {
      const url = /^DevTools listening on (\S+)$/u.exec(line)?.[1];
      if (url === undefined) continue;
      child.stderr.resume();
      return new Browser(child, profile, await Cdp.connect(url), Number(new URL(url).port));
    }
    throw new Error(`${chromium} ended before it listened`);
  }

  async version(): Promise<string> {
    return (await this.cdp.send<{ product: string }>('Browser.getVersion')).product;
  }

  /** A window of 1280 by 800 that shares nothing with the others: no cookies, no cache. One at a time: those behind get fewer frames. */
  async open(): Promise<Tab> {
    const { browserContextId } = await this.cdp.send<{ browserContextId: string }>('Target.createBrowserContext');
    return Tab.open(this.cdp, browserContextId);
  }

  /** The same in the browser's own profile, where other clients of the protocol find what it signed in to. */
  openInProfile(): Promise<Tab> {
    return Tab.open(this.cdp, undefined);
  }

  async close(): Promise<void> {
    const ended = once(this.process, 'exit');
    await this.cdp.send('Browser.close').catch(() => this.process.kill());
    await ended;
    this.cdp.close();
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
