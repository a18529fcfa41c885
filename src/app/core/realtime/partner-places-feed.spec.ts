import { aRequest } from '../../../testing/partner-requests';
import { anId } from '../../../testing/people';
import { Tab } from '../../../testing/tab';
import { PartnerPlacesApi } from '../api/partner-places-api';
import { StreamApi } from '../api/stream-api';
import { PartnerPlacesFeed } from './partner-places-feed';
import { RejectedEvents } from './rejected-events';

const AT = '2026-02-01T12:00:00.000Z';
const { signal } = new AbortController();

describe('The partner places’ feed', () => {
  let tab: Tab;
  let feed: PartnerPlacesFeed;

  beforeEach(() => {
    tab = new Tab(PartnerPlacesApi, StreamApi, RejectedEvents, PartnerPlacesFeed);
    feed = tab.get(PartnerPlacesFeed);
  });
  afterEach(() => tab.close());

  it('gives a page of rows, and single ones', async () => {
    const answer = { data: [aRequest()], pagination: { limit: 50, total: 1, nextCursor: null } };
    const page = feed.page({}, null, 50, signal);
    await tab.answer('/partner-places/requests', answer);
    expect(await page).toEqual({ rows: [aRequest()], next: null, total: { count: 1, exact: true } });
    const rows = feed.rows([anId(1), anId(2)], signal);
    await tab.answer('/partner-places/requests', answer);
    expect(await rows).toEqual({ rows: [aRequest()] });
  });

  it('gives what was touched, what is gone, and the bare number of what it cannot read', async () => {
    const replay = feed.replay({ log: 'log1', seq: 6 }, signal);
    const changed = (seq: number, payload: object) => ({ seq, event: 'partner-places.changed', payload: { at: AT, ...payload }, at: AT });
    await tab.answer('/events', {
      data: [
        changed(7, { kind: 'approved', id: anId(1) }),
        changed(8, { kind: 'deleted', id: anId(2) }),
        changed(9, { kind: 'eaten' }),
        changed(10, { kind: 'updated' }),
      ],
      pagination: { log: 'log1', head: 10 },
    });
    const entries = [
      { seq: 7, change: { kind: 'invalidated', id: anId(1) } },
      { seq: 8, change: { kind: 'deleted', id: anId(2) } },
      { seq: 9 },
      { seq: 10, change: { kind: 'invalidated' } },
    ] as const;
    expect(await replay).toEqual({ log: 'log1', head: 10, entries });
  });
});
