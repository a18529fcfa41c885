import { userTag } from '#contract/user-tag';
import type { PublicUser } from '#contract/users';
import { ApiError } from '../../../core/api/api-error';
import { users } from '../../../../testing/users-desk';
import { type BulkPort, BulkRun, type BulkVerb } from './bulk-run';

const BANNED = { isBanned: true, bannedAt: '2026-02-01T12:00:00.000Z' };
const REFUSED = new ApiError({ status: 500, code: 'INTERNAL' });

describe('A bulk action', () => {
  /** What the server has; undefined for whoever is gone. */
  let server: Map<string, PublicUser | undefined>;
  let acted: string[];
  let refusals: Set<string>;
  const all = users(8);

  beforeEach(() => {
    server = new Map(all.map((user) => [user.id, user]));
    acted = [];
    refusals = new Set();
  });

  const heard = new Map<string, PublicUser>();
  beforeEach(() => heard.clear());
  let verb: BulkVerb = 'ban';
  const port: BulkPort = {
    heard: (id) => heard.get(id),
    act: (user) => {
      const now = server.get(user.id);
      if (!now) return Promise.reject(new ApiError({ status: 404, code: 'NOT_FOUND' }));
      if (userTag(now, verb) !== userTag(user, verb)) return Promise.reject(new ApiError({ status: 409, code: 'STALE', current: now }));
      if (refusals.has(user.id)) return Promise.reject(REFUSED);
      acted.push(user.id);
      return Promise.resolve({ user: { ...user, ...BANNED }, banReason: user.isBanned ? 'Spam' : null });
    },
  };
  const running = (what: BulkVerb, whom: readonly PublicUser[], by = port): BulkRun => {
    verb = what;
    return new BulkRun(what, whom, by);
  };
  const kinds = (run: BulkRun) => run.results().map(({ outcome }) => outcome.kind);

  it('does each, one after the other, and tells of each', async () => {
    const run = running('ban', all);
    expect(run.state()).toBe('running');
    await run.start();
    expect(run.state()).toBe('finished');
    expect(acted).toEqual(all.map(({ id }) => id));
    expect(kinds(run).every((kind) => kind === 'done')).toBeTrue();
  });

  it('passes over whom somebody changed since, and says what', async () => {
    const [first] = all;
    server.set(first?.id ?? '', { ...(first as PublicUser), fullName: 'Another Name Now', ...BANNED });
    const run = running('delete', all.slice(0, 2));
    await run.start();
    expect(kinds(run)).toEqual(['changed', 'done']);
    const [result] = run.results();
    expect(result?.outcome.kind === 'changed' && result.outcome.now.fullName).toBe('Another Name Now');
    expect(acted).toEqual([all[1]?.id ?? '']);
  });

  it('asks nothing for whom it was heard of already that somebody changed them', async () => {
    const [first] = all;
    heard.set(first?.id ?? '', { ...(first as PublicUser), fullName: 'Another Name Now' });
    const run = running('ban', all.slice(0, 2));
    await run.start();
    expect(kinds(run)).toEqual(['changed', 'done']);
    expect(acted).toEqual([all[1]?.id ?? '']);
  });

  it('does it to whom only what it does not rest on has changed', async () => {
    const [first] = all;
    server.set(first?.id ?? '', { ...(first as PublicUser), emailVerified: true });
    const run = running('ban', all.slice(0, 1));
    await run.start();
    expect(kinds(run)).toEqual(['done']);
  });

  it('passes over who is gone, and who was so already', async () => {
    server.set(all[0]?.id ?? '', undefined);
    const banned = { ...(all[1] as PublicUser), ...BANNED };
    server.set(banned.id, banned);
    const run = running('ban', [all[0] as PublicUser, banned]);
    await run.start();
    expect(kinds(run)).toEqual(['gone', 'same']);
    expect(acted).toEqual([]);
  });

  it('goes on after a failure, and stops after three in a row', async () => {
    for (const n of [0, 1, 3, 4, 5]) refusals.add(all[n]?.id ?? '');
    const run = running('ban', all);
    await run.start();
    expect(kinds(run)).toEqual(['failed', 'failed', 'done', 'failed', 'failed', 'failed']);
    expect(run.state()).toBe('stopped');
    expect(run.untouched()).toEqual(all.slice(6));
  });

  it('goes no further once it is cancelled, and waits for the one under way', async () => {
    let answer: () => void = () => undefined;
    const slow: BulkPort = { ...port, act: (user) => new Promise((resolve) => (answer = () => resolve({ user, banReason: null }))) };
    const run = running('ban', all, slow);
    const over = run.start();
    await Promise.resolve();
    run.cancel();
    expect(run.isCancelling()).toBeTrue();
    await Promise.resolve();
    answer();
    await over;
    expect(run.state()).toBe('cancelled');
    expect(kinds(run)).toEqual(['done']);
    expect(run.untouched().length).toBe(7);
  });

  it('knows for what reason those were banned whose ban it ended', async () => {
    const banned = { ...(all[0] as PublicUser), ...BANNED };
    server.set(banned.id, banned);
    const run = running('unban', [banned]);
    await run.start();
    const [result] = run.results();
    expect(result?.outcome.kind === 'done' && result.outcome.reason).toBe('Spam');
  });
});
