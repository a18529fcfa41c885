import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { Router, type Express, type NextFunction, type Request, type Response } from 'express';
import { Accounts } from './accounts';
import { sendRefusal } from './answer';
import { cors } from './cors';
import { Endpoints, missingRoute, refusalOf } from './endpoint';
import { Live } from './live';
import { Notifications } from './notifications';
import { PLAINEST, Settings, type PlatformOptions } from './options';
import { PartnerRequests } from './partner-requests';
import { rateLimit } from './rate-limit';
import { RequestLog } from './request-log';
import { authRoutes } from './routes/auth';
import { healthRoute } from './routes/health';
import { imageRoutes } from './routes/site-images';
import { notificationRoutes } from './routes/notifications';
import { partnerRoutes } from './routes/partner-requests';
import { staffRoutes } from './routes/staff';
import { userRoutes } from './routes/users';
import { SiteImages } from './site-images';
import { Staff } from './staff';
import { Uploads } from './uploads';
import { Users } from './users';

export interface PlatformStart {
  readonly options?: Partial<PlatformOptions>;
  /** A free one by default. */
  readonly port?: number;
  readonly users?: number;
  readonly partnerRequests?: number;
}

/**
 * A double of the customer's own backend, strict to the letter of its documents. Its parts act
 * behind everyone's back: their changes are sent to all connected clients, and cost no request.
 */
export class Platform {
  private readonly settings: Settings;
  private servers: readonly Server[] = [];
  private readonly live: Live;
  private readonly app: Express;
  private port: number;

  readonly accounts: Accounts;
  readonly staff: Staff;
  readonly users: Users;
  readonly partnerRequests: PartnerRequests;
  readonly siteImages: SiteImages;
  readonly notifications: Notifications;
  readonly uploads: Uploads;
  /** What was asked over HTTP. */
  readonly requests: RequestLog;

  constructor({ options, port = 0, users = 0, partnerRequests = 0 }: PlatformStart = {}) {
    this.port = port;
    const settings = (this.settings = new Settings({ ...PLAINEST, ...options }));
    this.accounts = new Accounts(settings);
    this.live = new Live(settings, this.accounts);
    this.staff = new Staff(settings, this.live, this.accounts);
    this.users = new Users(this.live, this.accounts);
    this.partnerRequests = new PartnerRequests(settings, this.live);
    this.siteImages = new SiteImages(this.live);
    this.notifications = new Notifications(this.live);
    this.uploads = new Uploads(settings, () => this.origin);
    this.requests = new RequestLog(settings);
    this.app = this.express();
    this.users.seed(users, settings.now.oldRows);
    this.partnerRequests.seed(partnerRequests);
  }

  get options(): PlatformOptions {
    return this.settings.now;
  }

  /** Changes settings while it runs; the base path aside, they hold from the next request on. */
  configure(changes: Partial<PlatformOptions>): void {
    this.settings.now = { ...this.settings.now, ...changes };
  }

  get origin(): string {
    return `http://localhost:${String(this.port)}`;
  }

  /** Listens on loopback only: with the data, and on the port, of any time before. */
  async start(): Promise<void> {
    const server = await listen(this.app, '127.0.0.1', this.port);
    this.port = (server.address() as AddressInfo).port;
    // Browsers take `localhost` for either address; some machines have no IPv6.
    const second = await listen(this.app, '::1', this.port).catch(() => undefined);
    this.servers = second === undefined ? [server] : [server, second];
    this.live.open(this.servers);
  }

  /** Ends every connection and stops listening, as a server does that goes down. */
  async stop(): Promise<void> {
    await this.live.close();
    for (const server of this.servers) {
      server.close();
      server.closeAllConnections();
    }
    this.servers = [];
  }

  private express(): Express {
    const { settings } = this;
    const app = express();
    app.disable('etag');
    app.disable('x-powered-by');
    app.use(this.uploads.middleware, cors(settings), this.requests.middleware, rateLimit(settings), express.json());
    const router = Router();
    const { accounts, staff, users, partnerRequests, siteImages, notifications, uploads } = this;
    const endpoints = new Endpoints(router, settings, accounts);
    const parts = { settings, endpoints, accounts, staff, users, partnerRequests, siteImages, notifications, uploads };
    for (const addTo of [authRoutes, userRoutes, staffRoutes, partnerRoutes, imageRoutes, notificationRoutes, healthRoute]) addTo(parts);
    app.use(settings.now.base, router);
    app.use(missingRoute);
    // Express knows a handler of errors by its four parameters.
    app.use((error: unknown, _request: Request, response: Response, _next: NextFunction) => sendRefusal(response, refusalOf(error), settings.now));
    return app;
  }
}

function listen(app: Express, host: string, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer(app);
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });
}
