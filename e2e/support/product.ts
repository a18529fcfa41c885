import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AdminApi } from '../../tools/admin-api';
import { clientApp } from '../../tools/client/app';
import { CLIENT_ROOT } from '../../tools/client/build';
import { freePort } from '../../tools/free-port';
import { startService, type Service } from '../../tools/service';
import { Link } from './link';
import type { SettingName } from './platform/options';

export const SEEDED_USERS = 300;
export const FIRST_ADMIN = 'admin@moien.lu';
export const SECOND_ADMIN = 'second@moien.lu';

/** Where one admin sits: the client's address, and the network from there to the server. */
export interface Desk {
  readonly origin: string;
  readonly host: WebHost;
  readonly link: Link;
}

/** Which server the desks work with: ours, or the customer's double in a setting. */
export type Backend = 'reference' | SettingName;

/** A server with data of its own, and two desks whose networks fail independently. */
export interface Product {
  readonly backend: Backend;
  /** Of every admin. */
  readonly password: string;
  readonly desks: readonly [Desk, Desk];
  /** Past all links: tests that break one still reach the server. */
  readonly apiOrigin: string;
  /** The same data and the same address as before {@link stopServer}. */
  startServer(): Promise<void>;
  stopServer(): Promise<void>;
  /** An admin outside any browser, to act behind the back of those inside. */
  signIn(email?: string): Promise<AdminApi>;
  stop(): Promise<void>;
}

/** What serves the client to a browser. */
export interface WebHost {
  readonly origin: string;
  stop(): Promise<void>;
}

/** Serves the client that finds its API at an address. */
type StartHost = (apiOrigin: string, hostName: string) => Promise<WebHost>;

export interface ProductOptions {
  /** The time at which the server believes to start, from which it goes on; by default the real one. */
  readonly startsAt?: Date;
  /** The name under which browsers know this machine. */
  readonly hostName?: string | undefined;
  readonly startHost?: StartHost;
}

/** Our own server, as a process with a database. */
export class ReferenceProduct implements Product {
  readonly backend = 'reference';
  readonly password = randomBytes(12).toString('base64url');
  private readonly dataDir = mkdtempSync(join(tmpdir(), 'moien-e2e-'));
  private server: Service | undefined;
  private constructor(
    private readonly port: number,
    readonly desks: readonly [Desk, Desk],
    private readonly startsAt: Date | undefined,
  ) {}

  static async start({ startsAt, hostName, startHost = startNodeHost }: ProductOptions = {}): Promise<ReferenceProduct> {
    const port = await freePort();
    const desks = [await desk(port, { hostName, startHost }), await desk(port, { hostName, startHost })] as const;
    const product = new ReferenceProduct(port, desks, startsAt);
    await product.startServer();
    return product;
  }

  get apiOrigin(): string {
    return `http://localhost:${String(this.port)}`;
  }

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
      // All journeys come from one address, and on a fast machine more often than people do.
      ANONYMOUS_LIMIT: '100000',
      PUBLIC_WRITE_LIMIT: '100000',
      ...(this.startsAt && { CLOCK_STARTS_AT: this.startsAt.toISOString(), NODE_OPTIONS: '--import=./e2e/support/shifted-clock.mjs' }),
    };
    this.server = startService({ name: 'server', script: 'server/main.ts', env, url: `${this.apiOrigin}/api/v1/health` });
    await this.server.ready;
  }

  async stopServer(): Promise<void> {
    await this.server?.stop();
  }

  signIn(email: string = FIRST_ADMIN): Promise<AdminApi> {
    return AdminApi.signIn(this.apiOrigin, email, this.password);
  }

  async stop(): Promise<void> {
    await Promise.all(this.desks.flatMap(({ link, host }) => [link.close(), host.stop()]));
    await this.stopServer();
    rmSync(this.dataDir, { recursive: true });
  }
}

/** Opens a desk: a client of its own, and a link from there to the server. */
export async function desk(serverPort: number, { hostName = 'localhost', startHost = startNodeHost }: Omit<ProductOptions, 'startsAt'> = {}): Promise<Desk> {
  const link = await Link.open(serverPort, hostName);
  const host = await startHost(link.origin, hostName);
  return { origin: host.origin, host, link };
}

/** @param apiBase the path that the API is below. */
export async function startNodeHost(apiOrigin: string, hostName: string, apiBase?: string): Promise<WebHost> {
  const server = createServer(clientApp({ root: join(process.cwd(), CLIENT_ROOT), apiOrigin, apiBase, publicHost: hostName }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://${hostName}:${String((server.address() as AddressInfo).port)}`,
    stop: () => {
      server.close();
      server.closeAllConnections();
      return Promise.resolve();
    },
  };
}
