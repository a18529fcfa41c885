import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { Wake } from './driver';

const RECONNECT_MS = 1_000;

/** One connection that hears NOTIFY for the whole process, and comes back when it breaks. */
export class PostgresListener {
  private readonly wakers = new Map<string, Wake>();
  private readonly closing = new AbortController();
  private client: pg.Client | undefined;

  constructor(private readonly url: string) {}

  /** @see Driver.listen */
  async listen(channel: string, wake: Wake): Promise<void> {
    this.wakers.set(channel, wake);
    if (this.client === undefined) await this.connect();
    else await this.client.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
  }

  async close(): Promise<void> {
    this.closing.abort();
    await this.client?.end();
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({ connectionString: this.url, application_name: 'moien listener', keepAlive: true });
    client.on('notification', ({ channel, payload }) => this.wakers.get(channel)?.(payload));
    client.on('error', () => undefined);
    client.on('end', () => void this.reconnect());
    this.client = client;
    await client.connect();
    for (const channel of this.wakers.keys()) await client.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
  }

  private async reconnect(): Promise<void> {
    const { signal } = this.closing;
    if (signal.aborted) return;
    try {
      await delay(RECONNECT_MS, undefined, { signal });
      await this.connect();
      for (const wake of this.wakers.values()) wake();
    } catch {
      // Closing; or still unreachable, and the failed client's own `end` brings us back here.
    }
  }
}
