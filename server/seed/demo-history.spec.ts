import type { ActivityPage } from '#contract/activity';
import type { SinceYouLeft } from '#contract/overview';
import { parsePositionHeader, POSITION_HEADER } from '#contract/stream';
import type { UserAnswer } from '#contract/users';
import { newUser } from '../testing/new-user';
import { TestServer } from '../testing/test-server';
import { demoHistory, HISTORY_MS } from './demo-history';
import { demoPartners } from './demo-partners';
import { demoUsers } from './demo-users';
import { DemoPeople } from './history-seed';
import { Seeder } from './seeder';

const NOW = new Date('2026-03-04T14:20:00Z');
const DAY_MS = 24 * 60 * 60 * 1000;

describe('The past of demo data', () => {
  const people = new DemoPeople(NOW);
  for (const user of demoUsers(5_000, new Date('2026-03-04T14:00:00Z'))) people.add(user);
  const partners = [...demoPartners(NOW, [])];
  const entries = demoHistory(NOW, people.recent, people.older, partners);
  const of = (id: string) => entries.filter(({ subjectId }) => subjectId === id);

  it('is the same each time', () => {
    expect(demoHistory(NOW, people.recent, people.older, partners)).toEqual(entries);
  });

  it('is that of three working weeks, of several admins, in order and over by now', () => {
    const times = entries.map(({ at }) => at.getTime());
    expect([...times].sort((a, b) => a - b)).toEqual(times);
    expect(times.every((at) => at > NOW.getTime() - HISTORY_MS && at <= NOW.getTime())).toBeTrue();
    expect(new Set(times.map((at) => Math.floor(at / DAY_MS))).size).toBeGreaterThanOrEqual(HISTORY_MS / DAY_MS);
    expect(new Set(entries.filter(({ actor }) => actor.kind === 'admin').map(({ actor }) => actor.name)).size).toBe(4);
    expect(new Set(entries.map(({ stream }) => stream)).size).toBe(3);
    expect(times.filter((at) => at > NOW.getTime() - DAY_MS).length).toBeGreaterThan(5);
  });

  it('tells of users what they are: banned when and why, and nothing of who is not recent', () => {
    const banned = people.recent.filter(({ bannedAt }) => bannedAt !== null && bannedAt.getTime() > NOW.getTime() - HISTORY_MS);
    expect(banned.length).toBeGreaterThan(3);
    for (const { id, bannedAt, banReason } of banned)
      expect(of(id).at(-1)).toEqual(jasmine.objectContaining({ kind: 'user.banned', at: bannedAt, note: banReason }));
    for (const { id } of people.older) expect(of(id).at(-1)?.kind).not.toBe('user.banned');
  });

  it('tells of requests what they are: decided when, how and by whom', () => {
    const kinds = { approved: 'partner.approved', rejected: 'partner.rejected', needs_info: 'partner.needs-info' } as const;
    for (const { request } of partners) {
      const { status, decidedAt, decidedBy } = request;
      if (status === 'pending' || decidedAt === null || decidedAt.getTime() <= NOW.getTime() - HISTORY_MS) continue;
      const last = of(request.id).at(-1);
      expect([last?.kind, last?.at, last?.actor.name ?? null]).toEqual([kinds[status], decidedAt, decidedBy]);
    }
  });

  it('is there after seeding, in a history that is over: the next change is number one', async () => {
    const server = await TestServer.start();
    await server.application.get(Seeder, { strict: false }).seed(300, () => undefined);
    const { accessToken: token } = (await server.signInAdmin()).tokens;
    const { body } = await server.get<ActivityPage>('/activity?limit=200', { token });
    expect(body.data.length).toBeGreaterThan(100);
    expect(body.recordBegins).toBe(new Date(server.clock.now().getTime() - HISTORY_MS).toISOString());
    const since = (await server.get<SinceYouLeft>('/overview/since-you-left', { token })).body.data;
    expect(since?.counts.length).toBeGreaterThan(0);
    const answer = await server.post<UserAnswer>('/users/register', { body: newUser() });
    const position = parsePositionHeader(answer.headers.get(POSITION_HEADER), 'users');
    expect(position?.seq).toBe(1);
    expect(body.data.some(({ log }) => log === position?.log)).toBeFalse();
    await server.stop();
  });
});
