import type { SiteImageSlot } from '#contract/site-settings';
import { FeedError } from '@moien/live/engine';
import { refusal, Tab } from '../../../testing/tab';
import { ApiUpload } from '../api/api-upload';
import { SiteSettingsApi } from '../api/site-settings-api';
import { RejectedEvents } from './rejected-events';
import { SiteImagesFeed } from './site-images-feed';

const AT = '2026-02-01T12:00:00.000Z';
const { signal } = new AbortController();

describe('The feed of the site’s images', () => {
  let tab: Tab;
  let feed: SiteImagesFeed;

  beforeEach(() => {
    tab = new Tab(ApiUpload, SiteSettingsApi, RejectedEvents, SiteImagesFeed);
    feed = tab.get(SiteImagesFeed);
  });
  afterEach(() => tab.close());

  it('gives them all', async () => {
    const page = feed.page('all', null, 100, signal);
    const image = { page: 'landing', slot: 'hero' satisfies SiteImageSlot, url: null, changedBy: null, changedAt: null, restorableUntil: null };
    await tab.answer('/site-settings/images', { data: [image] });
    expect(await page).toEqual({ rows: [{ slot: 'hero', url: null }], next: null });
  });

  it('gives what happened, and the bare number of what it cannot read', async () => {
    const replay = feed.replay({ log: 'log1', seq: 6 }, signal);
    await tab.answer('/events', {
      data: [
        { seq: 7, event: 'landing-images.updated', payload: { hero: null }, at: AT },
        { seq: 8, event: 'landing-images.updated', payload: { footer: null }, at: AT },
        { seq: 9, event: 'about-images.updated', payload: { aboutHero: null, aboutStory: null }, at: AT },
      ],
      pagination: { log: 'log1', head: 9 },
    });
    const entries = [
      { seq: 7, change: { kind: 'updated', row: { slot: 'hero', url: null } } },
      { seq: 8 },
      { seq: 9, change: { kind: 'invalidated' } },
    ] as const;
    expect(await replay).toEqual({ log: 'log1', head: 9, entries });
    expect(tab.get(RejectedEvents).count()).toBe(1);
  });

  it('says with which status it was refused', async () => {
    const page = feed.page('all', null, 100, signal);
    (await tab.request('/site-settings/images')).flush(refusal('FORBIDDEN'), { status: 403, statusText: 'Forbidden' });
    await expectAsync(page).toBeRejectedWith(new FeedError(403, 'FORBIDDEN'));
  });
});
