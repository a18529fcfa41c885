import type { PublicUser, UserDetail } from '#contract/users';
import { ApiError } from '../../../core/api/api-error';
import { users } from '../../../../testing/users-desk';
import { type BulkPort, BulkRun } from './bulk-run';

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

  const port: BulkPort = {
    look: (id) => {
      const user = server.get(id);
      const detail = user && { ...user, banReason: user.isBanned ? 'Spam' : null, updatedAt: user.createdAt };
      return detail ? Promise.resolve<UserDetail>(detail) : Promise.reject(new ApiError({ status: 404, code: 'NOT_FOUND' }));
    },
    act: (user) => {
      if (refusals.has(user.id)) return Promise.reject(REFUSED);
      acted.push(user.id);
      return Promise.resolve({ ...user, ...BANNED });
    },
  };
  const kinds = (run: BulkRun) => run.results().map(({ outcome }) => outcome.kind);

  it('does each, one after the other, and tells of each', async () => {
    const run = new BulkRun('ban', all, port);
    expect(run.state()).toBe('running');
    await run.start();
    expect(run.state()).toBe('finished');
    expect(acted).toEqual(all.map(({ id }) => id));
    expect(kinds(run).every((kind) => kind === 'done')).toBeTrue();
  });

  it('passes over whom somebody changed since, and says what', async () => {
    const [first] = all;
    server.set(first?.id ?? '', { ...(first as PublicUser), fullName: 'Another Name Now', ...BANNED });
    const run = new BulkRun('delete', all.slice(0, 2), port);
    await run.start();
    expect(kinds(run)).toEqual(['changed', 'done']);
    const [result] = run.results();
    expect(result?.outcome.kind === 'changed' && [...result.outcome.columns]).toEqual(['name', 'status']);
    expect(acted).toEqual([all[1]?.id ?? '']);
  });

  it('passes over who is gone, and who was so already', async () => {
    server.set(all[0]?.id ?? '', undefined);
    const banned = { ...(all[1] as PublicUser), ...BANNED };
    server.set(banned.id, banned);
    const run = new BulkRun('ban', [all[0] as PublicUser, banned], port);
    await run.start();
    expect(kinds(run)).toEqual(['gone', 'same']);
    expect(acted).toEqual([]);
  });

  it('goes on after a failure, and stops after three in a row', async () => {
    for (const n of [0, 1, 3, 4, 5]) refusals.add(all[n]?.id ?? '');
    const run = new BulkRun('ban', all, port);
    await run.start();
    expect(kinds(run)).toEqual(['failed', 'failed', 'done', 'failed', 'failed', 'failed']);
    expect(run.state()).toBe('stopped');
    expect(run.untouched()).toEqual(all.slice(6));
  });

  it('goes no further once it is cancelled, and waits for the one under way', async () => {
    let answer: () => void = () => undefined;
    const slow: BulkPort = { ...port, act: (user) => new Promise((resolve) => (answer = () => resolve(user))) };
    const run = new BulkRun('ban', all, slow);
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
    const run = new BulkRun('unban', [banned], port);
    await run.start();
    const [result] = run.results();
    expect(result?.outcome.kind === 'done' && result.outcome.reason).toBe('Spam');
  });
});
