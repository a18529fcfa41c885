import { setTimeout as sleep } from 'node:timers/promises';
import type { Cdp } from './cdp';

const VIEWPORT = { width: 1280, height: 800, deviceScaleFactor: 1, mobile: false };
const POLL_MS = 25;
const TIMEOUT_MS = 120_000;
/** The main thread is at rest when it worked less than this in each of two looks. */
const REST_S = 0.006;
const LOOK_MS = 250;

/** What `Performance.getMetrics` tells that we use. Times in seconds, sizes in bytes. */
export interface Metrics {
  /** CPU time of the page's main thread: script, microtasks, style, layout, paint. */
  readonly ThreadTime: number;
  readonly JSHeapUsedSize: number;
  readonly Nodes: number;
  readonly JSEventListeners: number;
}

/** One page, driven by the DevTools protocol. */
export class Tab {
  /** The page's workers, where they are followed. */
  private readonly workers = new Set<string>();

  private constructor(
    private readonly cdp: Cdp,
    private readonly targetId: string,
    private readonly sessionId: string,
    private readonly contextId: string | undefined,
  ) {}

  static async open(cdp: Cdp, browserContextId: string | undefined): Promise<Tab> {
    const { targetId } = await cdp.send<{ targetId: string }>('Target.createTarget', { url: 'about:blank', browserContextId, newWindow: true });
    const { sessionId } = await cdp.send<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true });
    const tab = new Tab(cdp, targetId, sessionId, browserContextId);
    await tab.send('Page.enable');
    await tab.send('Emulation.setDeviceMetricsOverride', VIEWPORT);
    await tab.send('Performance.enable', { timeDomain: 'threadTicks' });
    return tab;
  }

  send<TResult>(method: string, params: object = {}): Promise<TResult> {
    return this.cdp.send(method, params, this.sessionId);
  }

  /** Enables a domain of the protocol in the page, and in each worker that it starts from now on. */
  async enableWithWorkers(domain: string): Promise<void> {
    await this.send(`${domain}.enable`);
    this.on('Target.attachedToTarget', (params) => {
      const { sessionId } = params as { sessionId: string };
      this.workers.add(sessionId);
      // Both in one go: a worker that is over already answers neither.
      for (const method of [`${domain}.enable`, 'Runtime.runIfWaitingForDebugger']) this.cdp.send(method, {}, sessionId).catch(() => undefined);
    });
    await this.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true });
  }

  /** Calls back at each event of the protocol about this page. Its domain has to be enabled. @returns what ends that. */
  on(method: string, listener: (params: unknown) => void): () => void {
    return this.cdp.on(method, (params, sessionId) => {
      if (sessionId === this.sessionId || this.workers.has(sessionId ?? '')) listener(params);
    });
  }

  /** Resolves once the document has loaded; what it fetches then may take longer. */
  async goto(url: string): Promise<void> {
    const loaded = new Promise<void>((resolve) => {
      const off = this.on('Page.loadEventFired', () => {
        off();
        resolve();
      });
    });
    await this.send('Page.navigate', { url });
    await loaded;
  }

  /** Runs a function in each document from now on, before anything of its own. It must need nothing from outside. */
  async beforeEachPage(run: () => void): Promise<void> {
    await this.send('Page.addScriptToEvaluateOnNewDocument', { source: `(${run.toString()})()` });
  }

  /** Runs a function in the page. It must need nothing from outside but its arguments. */
  async evaluate<TArgs extends readonly unknown[], TResult>(run: (...args: TArgs) => TResult | Promise<TResult>, ...args: TArgs): Promise<TResult> {
    const expression = `(${run.toString()})(...${JSON.stringify(args)})`;
    const { result, exceptionDetails } = await this.send<{ result: { value: TResult }; exceptionDetails?: { exception?: { description?: string } } }>(
      'Runtime.evaluate',
      { expression, returnByValue: true, awaitPromise: true },
    );
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? 'The page threw');
    return result.value;
  }

  /** Asks the page until it says yes. @throws Error naming `what` when it does not within two minutes. */
  async until<TArgs extends readonly unknown[]>(what: string, run: (...args: TArgs) => boolean, ...args: TArgs): Promise<void> {
    const start = performance.now();
    while (!(await this.evaluate(run, ...args))) {
      if (performance.now() - start > TIMEOUT_MS) throw new Error(`Waited in vain: ${what}`);
      await sleep(POLL_MS);
    }
  }

  async metrics(): Promise<Metrics> {
    const { metrics } = await this.send<{ metrics: { name: string; value: number }[] }>('Performance.getMetrics');
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value])) as unknown as Metrics;
  }

  /** Resolves once the page has nothing more to do. @returns its main thread's CPU time so far, in seconds. */
  async settled(): Promise<number> {
    let calm = 0;
    let before = (await this.metrics()).ThreadTime;
    while (calm < 2) {
      await sleep(LOOK_MS);
      const now = (await this.metrics()).ThreadTime;
      calm = now - before < REST_S ? calm + 1 : 0;
      before = now;
    }
    return before;
  }

  /** The metrics of a page from which all garbage has been taken out. */
  async withoutGarbage(): Promise<Metrics> {
    await this.send('HeapProfiler.enable');
    // Twice: what the first one's finalizers let go of is collected by the second.
    for (let i = 0; i < 2; i++) await this.send('HeapProfiler.collectGarbage');
    await this.send('HeapProfiler.disable');
    return this.metrics();
  }

  /** Rests the mouse at a point. */
  async point(x: number, y: number): Promise<void> {
    await this.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y, button: 'none' });
  }

  async click(x: number, y: number): Promise<void> {
    for (const type of ['mouseMoved', 'mousePressed', 'mouseReleased']) {
      await this.send('Input.dispatchMouseEvent', { type, x, y, button: type === 'mouseMoved' ? 'none' : 'left', clickCount: 1 });
    }
  }

  /** Presses and releases a key that types nothing, such as `Shift`. */
  async press(key: string): Promise<void> {
    for (const type of ['rawKeyDown', 'keyUp']) await this.send('Input.dispatchKeyEvent', { type, key, code: key });
  }

  /** Types into what has the focus. */
  async type(text: string): Promise<void> {
    await this.send('Input.insertText', { text });
  }

  async close(): Promise<void> {
    await this.cdp.send('Target.closeTarget', { targetId: this.targetId });
    if (this.contextId !== undefined) await this.cdp.send('Target.disposeBrowserContext', { browserContextId: this.contextId });
  }
}
