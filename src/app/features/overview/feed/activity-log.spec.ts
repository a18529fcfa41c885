import * as fc from 'fast-check';
import { activityKey } from '#contract/activity';
import { anEntry } from '../../../../testing/overview-desk';
import { type ActivityLog, EMPTY_LOG, withHead, withTail } from './activity-log';

/** The server's log, newest first, as `GET /activity` pages it. */
function pageOf(numbers: readonly number[], from: number, limit: number) {
  const sorted = [...numbers].sort((a, b) => b - a);
  const data = sorted.slice(from, from + limit).map((seq) => anEntry(seq));
  return { data, pagination: { limit, nextCursor: from + limit < sorted.length ? String(from + limit) : null } };
}
const numbersOf = ({ entries }: ActivityLog) => entries.map(({ seq }) => seq);

describe('The log of activity', () => {
  it('is the head of the server’s log whatever came in, late or many at once: each entry once, in the server’s order', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(500), { minLength: 1, maxLength: 60 }),
        fc.array(fc.uniqueArray(fc.integer({ min: 300, max: 900 }), { maxLength: 12 }), { maxLength: 8 }),
        (first, arrivals) => {
          const all = new Set(first);
          let log = withHead(EMPTY_LOG, [pageOf([...all], 0, 10)]) ?? EMPTY_LOG;
          for (const numbers of arrivals) {
            for (const number of numbers) all.add(number);
            const pages = [pageOf([...all], 0, 10)];
            let next = withHead(log, pages);
            while (!next) {
              pages.push(pageOf([...all], pages.length * 10, 10));
              next = withHead(log, pages);
            }
            log = next;
            const shown = numbersOf(log);
            expect(shown.slice(0, 10)).toEqual(
              [...all]
                .sort((a, b) => b - a)
                .slice(0, shown.length)
                .slice(0, 10),
            );
            expect(new Set(log.entries.map(activityKey)).size).toBe(shown.length);
            expect(shown).toEqual([...shown].sort((a, b) => b - a));
          }
        },
      ),
    );
    expect().nothing();
  });

  it('does not join pages that do not reach back to what is known', () => {
    const known = withHead(EMPTY_LOG, [pageOf([1, 2, 3], 0, 2)]) ?? EMPTY_LOG;
    expect(withHead(known, [pageOf([1, 2, 3, 7, 8, 9], 0, 2)])).toBeUndefined();
  });

  it('goes on with older entries, none of them twice', () => {
    const known = withHead(EMPTY_LOG, [pageOf([1, 2, 3, 4], 0, 2)]) ?? EMPTY_LOG;
    expect(numbersOf(withTail(known, pageOf([1, 2, 3, 4], 1, 3)))).toEqual([4, 3, 2, 1]);
  });
});
