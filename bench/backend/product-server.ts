import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AdminApi } from '../../tools/admin-api';
import { freePort } from '../../tools/free-port';
import { startService, type Service } from '../../tools/service';
import { signIn } from '../browser/sign-in';
import type { Tab } from '../browser/tab';
import type { WebServers } from '../web-servers';

const EMAIL = 'admin@moien.lu';

/** The real server with its embedded database, and a client for it. */
export class ProductServer {
  private constructor(
    private readonly service: Service,
    private readonly apiOrigin: string,
    readonly clientOrigin: string,
    private readonly password: string,
  ) {}

  /** @param dataDir is filled with so many users when it is empty, and kept: a million take minutes. */
  static async start(web: WebServers, dataDir: string, users: number): Promise<ProductServer> {
    const port = await freePort();
    const apiOrigin = `http://localhost:${String(port)}`;
    const clientOrigin = await web.client(apiOrigin);
    const env = {
      PORT: String(port),
      DATA_DIR: dataDir,
      SEED_USERS: String(users),
      CORS_ORIGINS: clientOrigin,
      DATABASE_URL: '',
      ADMIN_PASSWORD: '',
      LOG_LEVEL: 'error',
    };
    const service = startService({ name: 'server', script: 'server/main.ts', env, url: `${apiOrigin}/api/v1/health` });
    await service.ready;
    return new ProductServer(service, apiOrigin, clientOrigin, readFileSync(join(dataDir, 'admin-password'), 'utf8').trim());
  }

  /** An admin who is not at the screen that is measured. */
  colleague(): Promise<AdminApi> {
    return AdminApi.signIn(this.apiOrigin, EMAIL, this.password);
  }

  async signIn(tab: Tab): Promise<void> {
    await signIn(tab, this.clientOrigin, EMAIL, this.password);
  }

  async stop(): Promise<void> {
    await this.service.stop();
  }
}
