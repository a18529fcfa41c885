import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AdminApi } from '../../tools/admin-api';
import { clientApp } from '../../tools/client/app';
import { CLIENT_ROOT } from '../../tools/client/build';
import { freePort } from '../../tools/free-port';
import { startService, type Service } from '../../tools/service';
import { Link } from './link';

export const SEEDED_USERS = 300;
export const FIRST_ADMIN = 'admin@moien.lu';
export const SECOND_ADMIN = 'second@moien.lu';

/** Where one admin sits: the client's address, and the network from there to the server. */
export interface Desk {
  readonly origin: string;
  readonly link: Link;
}

/** A server with a database of its own, and two desks whose networks fail independently. */
export class Product {
  readonly password = randomBytes(12).toString('base64url');
  private readonly dataDir = mkdtempSync(join(tmpdir(), 'moien-e2e-'));
  private readonly clients: Server[] = [];
  private server: Service | undefined;
  private constructor(
    private readonly port: number,
    readonly desks: readonly [Desk, Desk],
    private readonly startsAt: Date | undefined,
  ) {}

  /** @param startsAt the time at which the server believes to start, from which it goes on; by default the real one. */
  static async start(startsAt?: Date): Promise<Product> {
    const port = await freePort();
    const clients = [createServer(), createServer()] as const;
    const [first, second] = clients;
    const product = new Product(port, [await desk(first, port), await desk(second, port)], startsAt);
    product.clients.push(...clients);
    await product.startServer();
    return product;
  }

  /** Past all links: tests that break one still reach the server. */
  get apiOrigin(): string {
    return `http://localhost:${String(this.port)}`;
  }

  /** The same data and the same address as before {@link stopServer}. */
  async startServer(): Promise<void> {
    const env = {
      PORT: String(this.port),
      DATA_DIR: this.dataDir,
      SEED_USERS: String(SEEDED_USERS),
      ADMIN_EMAIL: FIRST_ADMIN,
      ADMIN_PASSWORD: this.password,
      // Pictures are shown from where the client finds its server, and here that is two places: only the first desk shows them.
      PUBLIC_URL: this.desks[0].link.origin,
      CORS_ORIGINS: this.desks.map(({ origin }) => origin).join(','),
      DATABASE_URL: '',
      LOG_LEVEL: 'error',
      ...(this.startsAt && { CLOCK_STARTS_AT: this.startsAt.toISOString(), NODE_OPTIONS: '--import=./e2e/support/shifted-clock.mjs' }),
    };
    this.server = startService({ name: 'server', script: 'server/main.ts', env, url: `${this.apiOrigin}/api/v1/health` });
    await this.server.ready;
  }

  async stopServer(): Promise<void> {
    await this.server?.stop();
  }

  /** An admin outside any browser, to act behind the back of those inside. */
  signIn(email: string = FIRST_ADMIN): Promise<AdminApi> {
    return AdminApi.signIn(this.apiOrigin, email, this.password);
  }

  async stop(): Promise<void> {
    for (const client of this.clients) {
      client.close();
      client.closeAllConnections();
    }
    await Promise.all(this.desks.map(({ link }) => link.close()));
    await this.stopServer();
    rmSync(this.dataDir, { recursive: true });
  }
}

async function desk(client: Server, serverPort: number): Promise<Desk> {
  const link = await Link.open(serverPort);
  client.on('request', clientApp({ root: join(process.cwd(), CLIENT_ROOT), apiOrigin: link.origin }));
  await new Promise<void>((resolve) => client.listen(0, '127.0.0.1', resolve));
  return { origin: `http://localhost:${String((client.address() as AddressInfo).port)}`, link };
}
