import type { ActivityPage } from '#contract/activity';
import { dayIn } from '#contract/days';
import { Overview, OVERVIEW_COUNTRIES, OVERVIEW_DAYS, SinceYouLeft } from '#contract/overview';
import { POSITION_HEADER, parsePositionHeader } from '#contract/stream';
import { STREAMS } from '#contract/streams';
import type { UserAnswer } from '#contract/users';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import * as v from 'valibot';
import { CONFIG, type Config } from '../config/config';
import { Database } from '../database/database';
import { Seeder } from '../seed/seeder';
import { newUser } from '../testing/new-user';
import { TestServer } from '../testing/test-server';
import { UserRegistrations } from '../users/user-registrations';

const HOUR_MS = 60 * 60 * 1000;

describe('The overview', () => {
  let server: TestServer;
  let token: string;
  const signIn = async () => (token = (await server.signInAdmin()).tokens.accessToken);
  beforeAll(async () => {
    server = await TestServer.start();
    await server.application.get(Seeder, { strict: false }).seed(500, () => undefined);
  });
  beforeEach(signIn);
  afterAll(() => server.stop());

  const overview = async () => v.parse(Overview, (await server.get('/overview', { token })).body);
  const register = async (countryCode: string) => (await server.post<UserAnswer>('/users/register', { body: newUser({ countryCode }) })).body.user.id;
  /** Counted one by one, from the rows themselves. */
  const counted = async () => {
    const { db } = server.application.get(Database);
    const count = async (condition: string) => Number((await db.select({ n: sql<string>`count(*)` }).from(sql.raw(`users WHERE ${condition}`)))[0]?.n);
    const users = {
      total: await count('true'),
      banned: await count('is_banned'),
      emailVerified: await count('email_verified'),
      phoneVerified: await count('phone_verified'),
      bothVerified: await count('email_verified AND phone_verified'),
    };
    const today = dayIn('Europe/Luxembourg', server.clock.now());
    const recent = `(created_at AT TIME ZONE 'Europe/Luxembourg')::date BETWEEN DATE '${today}' - ${String(OVERVIEW_DAYS - 1)} AND DATE '${today}'`;
    const days = await db
      .select({ day: sql<string>`day::date::text`, total: sql<number>`count(id)::int` })
      .from(
        sql.raw(
          `generate_series(DATE '${today}' - ${String(OVERVIEW_DAYS - 1)}, DATE '${today}', '1 day') day LEFT JOIN users ON (created_at AT TIME ZONE 'Europe/Luxembourg')::date = day::date`,
        ),
      )
      .groupBy(sql`1`)
      .orderBy(sql`1`);
    const countries = await db
      .select({ countryCode: sql<string>`country_code`, total: sql<number>`count(*)::int` })
      .from(sql.raw(`users WHERE ${recent}`))
      .groupBy(sql`1`)
      .orderBy(sql`2 DESC, 1`);
    return { users, days, countries };
  };

  it('says what SQL counts, after whatever happened', async () => {
    const country = fc.constantFrom('LU', 'DE', 'FR', 'PT', 'BE', 'IT', 'ES', 'NL', 'PL', 'IE');
    const step = fc.oneof(
      fc.record({ what: fc.constant('register' as const), country }),
      fc.record({ what: fc.constantFrom('ban', 'unban', 'delete'), at: fc.nat() }),
      fc.record({ what: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 40 }) }),
    );
    const ids: string[] = [];
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async (steps) => {
        for (const one of steps) {
          if ('country' in one) ids.push(await register(one.country));
          else if ('hours' in one) {
            server.clock.advance(one.hours * HOUR_MS);
            await signIn();
          } else if (ids.length > 0) {
            const path = `/users/${String(ids[one.at % ids.length])}`;
            if (one.what === 'delete') await server.request('DELETE', path, { token });
            else await server.post(`${path}/${one.what}`, { token, body: { reason: 'Spam' } });
          }
        }
        const [{ users, registrations }, expected] = [await overview(), await counted()];
        expect(users).toEqual(expected.users);
        expect(registrations.days).toEqual(expected.days);
        expect(registrations.countries.map(({ countryCode, total }) => ({ countryCode, total }))).toEqual(expected.countries.slice(0, OVERVIEW_COUNTRIES));
        expect(registrations.otherCountries).toBe(expected.countries.slice(OVERVIEW_COUNTRIES).reduce((sum, { total }) => sum + total, 0));
      }),
      { numRuns: 4 },
    );
  });

  it('counts everyone anew once the business is in another time zone', async () => {
    const config = server.application.get<Config>(CONFIG);
    const database = server.application.get(Database);
    const moveTo = (timeZone: string) => new UserRegistrations(database, { ...config, timeZone }).onApplicationBootstrap();
    const here = (await overview()).registrations;
    await moveTo('Pacific/Auckland');
    const perDay = sql`SELECT coalesce(sum(abs(n - (SELECT count(*) FROM users WHERE (created_at AT TIME ZONE 'Pacific/Auckland')::date = day))), 0)::int AS wrong FROM (SELECT day, sum(n) AS n FROM user_registrations GROUP BY day) counted`;
    const [result] = await database.db.select({ wrong: sql<number>`wrong` }).from(sql`(${perDay}) AS compared`);
    expect(result?.wrong).toBe(0);
    await moveTo(config.timeZone);
    expect((await overview()).registrations).toEqual(here);
  });

  it('is for admins', async () => {
    const user = (await server.newUser()).tokens.accessToken;
    for (const path of ['/overview', '/overview/since-you-left']) expect((await server.get(path, { token: user })).status).toBe(403);
  });

  it('says what happened between leaving and coming back', async () => {
    const { tokens, user } = await server.newAdmin();
    const of = async (as: string) => v.parse(SinceYouLeft, (await server.get('/overview/since-you-left', { token: as })).body).data;
    expect(await of(tokens.accessToken)).toBeNull();
    server.clock.advance(1000);
    await server.post('/auth/admin/logout', { body: { refreshToken: tokens.refreshToken } });
    const from = server.clock.now().toISOString();
    server.clock.advance(1000);
    for (const code of ['LU', 'DE']) await register(code);
    server.clock.advance(1000);
    const back = await server.signInAdmin(user.email);
    const to = server.clock.now().toISOString();
    server.clock.advance(1000);
    await register('LU');
    expect(await of(back.tokens.accessToken)).toEqual({ from, to, counts: [{ kind: 'user.registered', n: 2 }] });
  });
});

describe('Activity', () => {
  let server: TestServer;
  let token: string;
  beforeAll(async () => {
    server = await TestServer.start();
    token = (await server.signInAdmin()).tokens.accessToken;
  });
  afterAll(() => server.stop());

  const kinds = async (query: string) => (await server.get<ActivityPage>(`/activity${query}`, { token })).body.data.map(({ kind }) => kind);

  it('is filtered by kinds, beginnings of kinds and a moment, and says where every stream stood', async () => {
    await server.newUser();
    server.clock.advance(1000);
    const since = server.clock.now().toISOString();
    server.clock.advance(1000);
    const { user } = await server.newUser();
    await server.post(`/users/${user.id}/ban`, { token, body: { reason: 'Spam' } });
    await server.request('DELETE', '/site-settings/landing-images/hero', { token });
    expect(await kinds('')).toEqual(['image.removed', 'user.banned', 'user.registered', 'user.registered']);
    expect(await kinds('?kind=user.banned,image.')).toEqual(['image.removed', 'user.banned']);
    expect(await kinds(`?kind=user.&since=${since}`)).toEqual(['user.banned', 'user.registered']);
    for (const query of ['kind=%25', 'kind=user', 'since=yesterday', 'subject=__proto__'])
      expect((await server.get(`/activity?${query}`, { token })).status).toBe(400);
    const header = (await server.get('/activity', { token })).headers.get(POSITION_HEADER);
    expect(STREAMS.map((stream) => parsePositionHeader(header, stream)?.seq)).toEqual([3, 0, 2]);
  });
});
