import { SITE_IMAGE_FRAMES, type SiteImageFrame } from '#contract/site-image-slots';
import type { SiteImageSlot } from '#contract/site-settings';
import { compareText } from '#contract/text';
import fc from 'fast-check';
import { type Entry, Replica } from '@moien/live/engine';
import { Tab } from '../../../testing/tab';
import type { SlotUrl } from '../api/site-settings-api';
import { imageChange } from './image-change';
import { RejectedEvents } from './rejected-events';
import { StreamDecoder } from './stream-decoder';

const LOG = 'log1';
const RULES = {
  id: ({ slot }: SlotUrl) => slot,
  sortKey: ({ slot }: SlotUrl) => slot,
  compare: compareText,
  descending: () => false,
  matches: () => true,
  filters: () => false,
};
const EMPTY = SITE_IMAGE_FRAMES.map(({ slot }): SlotUrl => ({ slot, url: null }));

const anUrl = fc.option(
  fc.nat(5).map((n) => `https://cdn.example/${String(n)}.webp`),
  { nil: null },
);
const changes = fc.array(fc.record({ frame: fc.constantFrom(...SITE_IMAGE_FRAMES), url: anUrl }), { minLength: 1, maxLength: 12 });

/** The server's broadcasts of one change: of the legacy hero one, of the others two. */
function broadcasts({ page, slot }: SiteImageFrame, url: string | null): readonly (readonly [event: string, payload: object])[] {
  if (page === 'hero') return [['hero-image.updated', { url }]];
  return [
    [`${page}-image.updated`, { slot, url }],
    [`${page}-images.updated`, { [slot]: url }],
  ];
}

describe('Changes of the site’s images', () => {
  let tab: Tab;
  let decoder: StreamDecoder<'site-settings', SlotUrl>;
  let replica: Replica<SlotUrl, null>;

  const begin = () => {
    replica = new Replica<SlotUrl, null>(RULES, null);
    replica.applySnapshot({ rows: EMPTY, next: null, position: { log: LOG, seq: 0 } }, 1, false, 0);
  };
  const shown = () => new Map(replica.read()?.rows.map(({ slot, url }) => [slot, url]));
  const decode = (seq: number, event: string, payload: unknown): Entry<SlotUrl> => decoder.entry(seq, decoder.broadcast(event, payload));

  beforeEach(() => {
    tab = new Tab(RejectedEvents);
    decoder = new StreamDecoder('site-settings', imageChange, tab.get(RejectedEvents));
    begin();
  });
  afterEach(() => tab.close());

  it('end as the server has them however often and in whichever order their events come, and no image flickers on the way', () => {
    const schedules = changes.chain((made) => {
      const entries = made.flatMap(({ frame, url }) => broadcasts(frame, url)).map(([event, payload], index) => decode(index + 1, event, payload));
      const doubled = fc.shuffledSubarray(entries).chain((again) => fc.shuffledSubarray([...entries, ...again], { minLength: entries.length + again.length }));
      return fc.record({ made: fc.constant(made), arriving: doubled });
    });
    fc.assert(
      fc.property(schedules, ({ made, arriving }) => {
        begin();
        const seen = new Map<SiteImageSlot, (string | null)[]>(EMPTY.map(({ slot }) => [slot, [null]]));
        for (const entry of arriving) {
          replica.applyBatch({ log: LOG, head: entry.seq, entries: [entry] });
          for (const [slot, url] of shown()) if (seen.get(slot)?.at(-1) !== url) seen.get(slot)?.push(url);
        }
        for (const { slot } of SITE_IMAGE_FRAMES) {
          const history = made.filter(({ frame }) => frame.slot === slot).map(({ url }) => url);
          // Each image once, in the order of the changes: the second event of a change shows nothing new, and no event anything old.
          const steps = [null, ...history].filter((url, index, all) => index === 0 || url !== all[index - 1]);
          expect(isWithin(seen.get(slot) ?? [], steps)).toBeTrue();
          expect(shown().get(slot)).toBe(history.at(-1) ?? null);
        }
      }),
    );
  });

  it('that name an unknown slot, or a key that is none, change nothing and are counted', () => {
    const before = replica.read();
    const hostile = fc.constantFrom('__proto__', 'constructor', 'toString', 'hero-image', 'Hero', 'aboutHero2', '');
    fc.assert(
      fc.property(hostile, anUrl, fc.boolean(), (key, url, isPatch) => {
        const payload: unknown = JSON.parse(isPatch ? `{${JSON.stringify(key)}:${JSON.stringify(url)}}` : JSON.stringify({ slot: key, url }));
        const counted = tab.get(RejectedEvents).count();
        const { change } = decode(1, isPatch ? 'landing-images.updated' : 'landing-image.updated', payload);
        expect(change).toBeUndefined();
        replica.applyUnordered(change);
        expect(replica.read()).toBe(before);
        expect(tab.get(RejectedEvents).count()).toBe(counted + 1);
      }),
    );
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

/** Whether a list holds nothing but members of another, in their order. */
function isWithin<T>(list: readonly T[], whole: readonly T[]): boolean {
  let next = 0;
  for (const item of whole) if (next < list.length && item === list[next]) next++;
  return next === list.length;
}
