import 'reflect-metadata';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import { io, type Socket } from 'socket.io-client';
import type { AdminLoginAnswer, HandshakeAuth, UserLoginAnswer } from '#contract/auth';
import type { NAMESPACES } from '#contract/events';
import type { PublicUser } from '#contract/users';
import { AppModule } from '../app.module';
import { Clock } from '../clock/clock';
import { ManualClock } from '../clock/manual-clock';
import type { Config } from '../config/config';
import { Database } from '../database/database';
import { Mailer } from '../mail/mailer';
import { prepareApplication } from '../prepare-application';
import { RecordingMailer } from './recording-mailer';
import { createTestDatabase, type TestDatabase } from './test-database';

export const PASSWORD = 'correct horse battery';

/** What came back for a request. `body` is parsed JSON, or undefined where there is none. */
export interface Answer<TBody> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: TBody;
}
export interface Asking {
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON, or as it is when it is a form. */
  readonly body?: unknown;
}

/** The real server on a free port, with a database of its own and a clock that the spec turns. */
export class TestServer {
  private readonly sockets: Socket[] = [];
  private people = 0;

  private constructor(
    readonly application: NestExpressApplication,
    readonly url: string,
    readonly clock: ManualClock,
    readonly mailer: RecordingMailer,
    private readonly database: TestDatabase,
  ) {}

  static async start(settings: Partial<Config> = {}): Promise<TestServer> {
    const database = await createTestDatabase();
    const clock = new ManualClock();
    const mailer = new RecordingMailer();
    const config: Config = {
      host: '127.0.0.1',
      port: 0,
      dataDir: 'memory://',
      databaseUrl: database.url,
      adminEmail: 'admin@moien.lu',
      adminPassword: PASSWORD,
      seedUsers: 0,
      corsOrigins: ['http://localhost:4200'],
      publicUrl: 'http://localhost:3000',
      s3: undefined,
      timeZone: 'Europe/Luxembourg',
      logLevel: 'silent',
      anonymousLimit: 100_000,
      publicWriteLimit: 100_000,
      ...settings,
    };
    const module = await Test.createTestingModule({ imports: [AppModule.of(config)] })
      .overrideProvider(Clock)
      .useValue(clock)
      .overrideProvider(Mailer)
      .useValue(mailer)
      .overrideProvider(Database)
      .useValue(await database.open())
      .compile();
    const application = await prepareApplication(module.createNestApplication<NestExpressApplication>());
    await application.listen(0, '127.0.0.1');
    return new TestServer(application, await application.getUrl(), clock, mailer, database);
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.disconnect();
    await this.application.close();
    await this.database.drop();
  }

  /** @param path below `/api/v1`, or absolute when it is a URL. */
  async request<TBody>(method: string, path: string, { token, headers, body }: Asking = {}): Promise<Answer<TBody>> {
    const isForm = body instanceof FormData;
    const response = await fetch(path.startsWith('http') ? path : `${this.url}/api/v1${path}`, {
      method,
      headers: {
        ...(token !== undefined && { Authorization: `Bearer ${token}` }),
        ...(body !== undefined && !isForm && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: (text === '' ? undefined : JSON.parse(text)) as TBody };
  }

  get<TBody>(path: string, asking?: Asking): Promise<Answer<TBody>> {
    return this.request('GET', path, asking);
  }

  post<TBody>(path: string, asking?: Asking): Promise<Answer<TBody>> {
    return this.request('POST', path, asking);
  }

  /** Signs an admin in: the first one by default. */
  async signInAdmin(email = 'admin@moien.lu', password = PASSWORD): Promise<AdminLoginAnswer> {
    return (await this.post<AdminLoginAnswer>('/auth/admin/login', { body: { email, password } })).body;
  }

  /** Makes another admin, and signs it in. */
  async newAdmin(): Promise<AdminLoginAnswer> {
    const { tokens } = await this.signInAdmin();
    const email = `admin${String(++this.people)}@moien.lu`;
    const form = new FormData();
    for (const [name, value] of Object.entries({ name: 'Another Admin', email, password: PASSWORD })) form.set(name, value);
    await this.post('/admin-staff', { token: tokens.accessToken, body: form });
    return this.signInAdmin(email);
  }

  /** Registers a user, and signs it in. */
  async newUser(): Promise<UserLoginAnswer> {
    const n = String(++this.people);
    const user = {
      fullName: `Anna Maria Nr${n}`,
      countryCode: 'LU',
      countryName: 'Luxembourg',
      phone: `+352621${n.padStart(6, '0')}`,
      email: `user${n}@moien.lu`,
    };
    await this.post<{ user: PublicUser }>('/users/register', { body: { ...user, password: PASSWORD } });
    return (await this.post<UserLoginAnswer>('/auth/user/login', { body: { email: user.email, password: PASSWORD } })).body;
  }

  /** Opens a socket on a connection of its own, which does not come back by itself. */
  connect(namespace: (typeof NAMESPACES)[number], auth: HandshakeAuth = {}): Socket {
    const socket = io(this.url + namespace, { transports: ['websocket'], forceNew: true, reconnection: false, auth: { ...auth } });
    this.sockets.push(socket);
    return socket;
  }
}
