import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AdminStaffListed } from '#contract/admin-staff';
import { ManualClock } from '../clock/manual-clock';
import type { Config } from '../config/config';
import { StartupError } from '../config/startup-error';
import { PasswordHasher } from '../auth/password-hasher';
import type { Database } from '../database/database';
import { openTestDatabase } from '../testing/test-database';
import { TestServer } from '../testing/test-server';
import { admins } from '../database/schema';
import { FirstAdmin, PASSWORD_FILE } from './first-admin';

describe('FirstAdmin', () => {
  let dataDir: string;
  let database: Database;
  let close: () => Promise<void>;
  const passwords = new PasswordHasher();
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'moien-spec-'));
    ({ database, close } = await openTestDatabase());
  });
  afterEach(async () => {
    await close();
    await rm(dataDir, { recursive: true });
  });

  const ensure = (settings: Partial<Config>) => {
    const config = { dataDir, databaseUrl: undefined, adminEmail: undefined, adminPassword: undefined, seedUsers: 0, ...settings } as Config;
    return new FirstAdmin(config, database, passwords, new ManualClock()).onModuleInit();
  };
  const all = () => database.db.select().from(admins).orderBy(admins.email);

  it('is made with the given e-mail and password', async () => {
    await ensure({ adminEmail: 'boss@moien.lu', adminPassword: 'a password of mine' });
    const [admin] = await all();
    expect(admin?.email).toBe('boss@moien.lu');
    expect(await passwords.verify('a password of mine', admin?.passwordHash)).toBeTrue();
    await expectAsync(stat(join(dataDir, PASSWORD_FILE))).toBeRejected();
  });

  it('gets a password of its own otherwise, in a file that only its owner reads', async () => {
    await ensure({});
    const [admin] = await all();
    const password = (await readFile(join(dataDir, PASSWORD_FILE), 'utf8')).trim();
    expect(admin?.email).toBe('admin@moien.lu');
    expect(await passwords.verify(password, admin?.passwordHash)).toBeTrue();
    if (process.platform !== 'win32') expect((await stat(join(dataDir, PASSWORD_FILE))).mode & 0o777).toBe(0o600);
  });

  it('is made once', async () => {
    await ensure({});
    const password = await readFile(join(dataDir, PASSWORD_FILE), 'utf8');
    await ensure({ adminEmail: 'another@moien.lu' });
    expect((await all()).length).toBe(1);
    expect(await readFile(join(dataDir, PASSWORD_FILE), 'utf8')).toBe(password);
  });

  it('has a second beside it with demo data, of the same password', async () => {
    await ensure({ seedUsers: 10, adminPassword: 'a password of mine' });
    expect((await all()).map(({ email }) => email)).toEqual(['admin@moien.lu', 'second@moien.lu']);
  });

  it('is made once by two processes that start together', async () => {
    await Promise.all([ensure({ adminPassword: 'a password of mine' }), ensure({ adminPassword: 'a password of mine' })]);
    expect((await all()).length).toBe(1);
  });

  it('asks in one line for a password where one cannot be kept', async () => {
    for (const settings of [{ databaseUrl: 'postgres://localhost/moien' }, { dataDir: 'memory://' }]) {
      await expectAsync(ensure(settings)).toBeRejectedWithError(StartupError, /^[^\n]*ADMIN_PASSWORD[^\n]*$/u);
    }
  });

  it('signs in to the real server', async () => {
    const server = await TestServer.start({ adminEmail: 'boss@moien.lu' });
    const { tokens } = await server.signInAdmin('boss@moien.lu');
    const { body } = await server.get<{ data: AdminStaffListed[] }>('/admin-staff', { token: tokens.accessToken });
    expect(body.data.map(({ email }) => email)).toEqual(['boss@moien.lu']);
    await server.stop();
  });
});
