import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { FullName, PublicUser, type UsersPage, type UsersSummary } from '#contract/users';
import { parsePositionHeader, POSITION_HEADER } from '#contract/stream';
import { sql } from 'drizzle-orm';
import * as v from 'valibot';
import { Database } from '../database/database';
import { TestServer } from '../testing/test-server';
import { toPublicUser } from '../users/user-row';
import { demoUsers } from './demo-users';
import { Seeder } from './seeder';

const UNTIL = new Date('2026-03-01T00:00:00Z');

describe('Demo users', () => {
  it('are the same each time, the first of them however many there are', () => {
    const few = [...demoUsers(50, UNTIL)];
    expect([...demoUsers(500, UNTIL)].slice(0, 50)).toEqual(few);
  });

  it('keep the contract, and are nobody’s', () => {
    for (const user of demoUsers(3_000, UNTIL)) {
      const shown = toPublicUser(user);
      expect(v.parse(PublicUser, shown)).toEqual(shown);
      expect(v.is(FullName, user.fullName)).withContext(user.fullName).toBeTrue();
      expect(user.email).toMatch(/^[a-z]+\.[a-z]+\.\d+@\w+\.example$/u);
      expect(user.createdAt < UNTIL && user.createdAt > new Date('2024-02-28T00:00:00Z')).toBeTrue();
      expect(user.isBanned).toBe(user.banReason !== null && user.bannedAt !== null && user.bannedAt <= UNTIL);
      expect(user.passwordHash).toBeNull();
    }
  });

  it('come in every combination of banned, e-mail verified and phone verified', () => {
    const seen = new Set([...demoUsers(8, UNTIL)].map(({ isBanned, emailVerified, phoneVerified }) => [isBanned, emailVerified, phoneVerified].join()));
    expect(seen.size).toBe(8);
  });

  it('write in several scripts', () => {
    const names = [...demoUsers(500, UNTIL)].map(({ fullName }) => fullName);
    for (const script of [/\p{Script=Arabic}/u, /[äöüß]/u, /[ãõç]/u, /[éèë]/u])
      expect(names.some((name) => script.test(name)))
        .withContext(String(script))
        .toBeTrue();
  });

  it('have phone numbers and e-mails of their own, also by the hundred thousand', () => {
    const [phones, emails] = [new Set<string>(), new Set<string>()];
    for (const { phone, email } of demoUsers(200_000, UNTIL)) {
      phones.add(phone);
      emails.add(email);
    }
    expect([phones.size, emails.size]).toEqual([200_000, 200_000]);
  });
});

describe('Seeding', () => {
  let server: TestServer;
  let token: string;
  beforeEach(async () => {
    server = await TestServer.start();
    token = (await server.signInAdmin()).tokens.accessToken;
  });
  afterEach(() => server.stop());

  const seed = (count: number) => server.application.get(Seeder, { strict: false }).seed(count, () => undefined);
  const list = () => server.get<UsersPage>('/users', { token });

  it('fills an empty table, counts included, and begins a new history', async () => {
    const before = parsePositionHeader((await list()).headers.get(POSITION_HEADER), 'users');
    expect(await seed(2_500)).toBeTrue();
    const answer = await list();
    expect(answer.body.pagination.total).toBe(2_500);
    expect((await server.get<UsersSummary>('/users/summary', { token })).body.total).toBe(2_500);
    const after = parsePositionHeader(answer.headers.get(POSITION_HEADER), 'users');
    expect(after?.log).not.toBe(before?.log);
    expect(after?.seq).toBe(0);
  });

  it('fills some slots of the site, each with an image that is there', async () => {
    await seed(1);
    const urls = Object.values((await server.get<Record<string, string | null>>('/site-settings/landing-images')).body).filter((url) => url !== null);
    expect(urls.length).toBe(2);
    for (const url of urls) {
      const image = await fetch(new URL(new URL(url).pathname, server.url));
      expect([image.status, image.headers.get('Content-Type')]).toEqual([200, 'image/webp']);
    }
  });

  it('leaves the indexes as they were, also after many', async () => {
    const { db } = server.application.get(Database);
    const indexes = () =>
      db
        .select({ name: sql<string>`indexname`, definition: sql<string>`indexdef` })
        .from(sql`pg_indexes`)
        .where(sql`tablename = 'users'`)
        .orderBy(sql`indexname`);
    const before = await indexes();
    await seed(20_000);
    expect(await indexes()).toEqual(before);
  });

  it('can be done on its own, while nothing listens', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'moien-seed-'));
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', './tools/ts.mjs', 'server/seed/seed.ts', '--users', '10'], {
      env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '' },
    });
    await rm(dataDir, { recursive: true });
    expect(stdout).toContain('Done in');
  });

  it('does nothing where there are users', async () => {
    await server.newUser();
    expect(await seed(10)).toBeFalse();
    expect((await list()).body.pagination.total).toBe(1);
  });
});
