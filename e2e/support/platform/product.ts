import { randomBytes } from 'node:crypto';
import type { AdminApi } from '../../../tools/admin-api';
import { desk, FIRST_ADMIN, SECOND_ADMIN, SEEDED_USERS, startNodeHost, type Desk, type Product, type WebHost } from '../product';
import { PlatformActor } from './actor';
import { ROOMY_LIMITS, SETTINGS, type PlatformOptions, type SettingName } from './options';
import { Platform } from './platform';

const PARTNER_REQUESTS = 12;

/** The customer's double in a setting, in this process, and two desks. */
export class PlatformProduct implements Product {
  private constructor(
    readonly backend: SettingName,
    readonly platform: Platform,
    readonly password: string,
    readonly desks: readonly [Desk, Desk],
    private readonly original: PlatformOptions,
  ) {}

  /** @param changes differences from the setting; limits are roomy unless they say otherwise. */
  static async start(backend: SettingName, changes: Partial<PlatformOptions> = {}): Promise<PlatformProduct> {
    const options = { ...SETTINGS[backend], limits: ROOMY_LIMITS, ...changes };
    const platform = new Platform({ options, users: SEEDED_USERS, partnerRequests: PARTNER_REQUESTS });
    const password = randomBytes(12).toString('base64url');
    platform.staff.create({ name: 'First Admin', email: FIRST_ADMIN, password });
    platform.staff.create({ name: 'Second Admin', email: SECOND_ADMIN, password });
    await platform.start();
    const port = Number(new URL(platform.origin).port);
    const startHost = (apiOrigin: string, hostName: string): Promise<WebHost> => startNodeHost(apiOrigin, hostName, options.base);
    const desks = [await desk(port, { startHost }), await desk(port, { startHost })] as const;
    platform.configure({ origins: desks.map(({ origin }) => origin), publicOrigin: desks[0].link.origin });
    return new PlatformProduct(backend, platform, password, desks, platform.options);
  }

  get apiOrigin(): string {
    return this.platform.origin;
  }

  startServer(): Promise<void> {
    return this.platform.start();
  }

  stopServer(): Promise<void> {
    return this.platform.stop();
  }

  /** Acts in this process: what it does costs no request, and no limit counts it. */
  signIn(email: string = FIRST_ADMIN): Promise<AdminApi> {
    return Promise.resolve(new PlatformActor(this.platform, email));
  }

  /** Takes back what a journey configured, and forgets what was asked. */
  reset(): void {
    this.platform.configure(this.original);
    this.platform.requests.clear();
  }

  async stop(): Promise<void> {
    await Promise.all(this.desks.flatMap(({ link, host }) => [link.close(), host.stop()]));
    await this.platform.stop();
  }
}
