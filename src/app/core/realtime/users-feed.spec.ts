import { FeedError } from '@moien/live/engine';
import { anId, aUser } from '../../../testing/people';
import { Tab } from '../../../testing/tab';
import { StreamApi } from '../api/stream-api';
import { UsersApi } from '../api/users-api';
import { RejectedEvents } from './rejected-events';
import { UsersFeed } from './users-feed';

const AT = '2026-02-01T12:00:00.000Z';
const { signal } = new AbortController();

describe('The users’ feed', () => {
  let tab: Tab;
  let feed: UsersFeed;

  beforeEach(() => {
    tab = new Tab(UsersApi, StreamApi, RejectedEvents, UsersFeed);
    feed = tab.get(UsersFeed);
  });
  afterEach(() => tab.close());

  it('gives a page of rows', async () => {
    const page = feed.page({ sort: 'createdAt', dir: 'desc' }, null, 50, signal);
    await tab.answer('/users', { data: [aUser()], pagination: { limit: 50, total: 1, nextCursor: null } });
    expect(await page).toEqual({ rows: [aUser()], next: null, total: { count: 1, exact: true } });
  });

  it('gives what happened, and the bare number of what it cannot read', async () => {
    const replay = feed.replay({ log: 'log1', seq: 6 }, signal);
    await tab.answer('/events', {
      data: [
        { seq: 7, event: 'users.created', payload: aUser(), at: AT, actor: { kind: 'system', id: null, name: null } },
        { seq: 8, event: 'users.created', payload: { id: 'x' }, at: AT },
        { seq: 9, event: 'users.merged', payload: {}, at: AT },
        { seq: 10, event: 'users.deleted', payload: { id: anId(1) }, at: AT },
      ],
      pagination: { log: 'log1', head: 12 },
    });
    const entries = [
      { seq: 7, change: { kind: 'created', row: aUser() } },
      { seq: 8 },
      { seq: 9 },
      { seq: 10, change: { kind: 'deleted', id: anId(1) } },
    ] as const;
    expect(await replay).toEqual({ log: 'log1', head: 12, entries });
    expect(tab.get(RejectedEvents).count()).toBe(2);
  });

  it('says with which status it was refused, and 0 when it was not answered', async () => {
    const expired = feed.replay({ log: 'log0', seq: 6 }, signal);
    await tab.refuse('/events', 'POSITION_EXPIRED');
    await expectAsync(expired).toBeRejectedWith(new FeedError(410, 'POSITION_EXPIRED'));
    const lost = feed.replay({ log: 'log0', seq: 6 }, signal);
    await tab.lose('/events');
    await expectAsync(lost).toBeRejectedWith(new FeedError(0, 'NETWORK'));
  });

  it('gives up when asked to', async () => {
    const asked = new AbortController();
    const page = feed.page({ sort: 'createdAt', dir: 'desc' }, null, 50, asked.signal);
    const request = await tab.request('/users');
    asked.abort();
    await expectAsync(page).toBeRejectedWithError(FeedError);
    expect(request.cancelled).toBeTrue();
    await expectAsync(feed.page({ sort: 'createdAt', dir: 'desc' }, null, 50, asked.signal)).toBeRejected();
    tab.server.expectNone(() => true);
  });
});
