import fc from 'fast-check';
import * as v from 'valibot';
import { BATCH_MAX, formatPosition, formatPositionHeader, parsePosition, parsePositionHeader, StreamBatch, type StreamPosition } from './stream';
import { STREAMS } from './streams';

const position = fc.record({ log: fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/u), seq: fc.nat({ max: 1e15 - 1 }) });

/** Fails with the smallest counterexample and the seed that finds it again. */
function always(property: fc.IRawProperty<unknown>): void {
  expect(() => fc.assert(property)).not.toThrow();
}

const isSame = (a: StreamPosition | undefined, b: StreamPosition): boolean => a?.log === b.log && a.seq === b.seq;

describe('a stream position', () => {
  it('reads back as it was written', () => {
    always(fc.property(position, (given) => isSame(parsePosition(formatPosition(given)), given)));
  });

  it('is found in the header among the positions of other streams', () => {
    const stream = fc.constantFrom(...STREAMS);
    always(
      fc.property(stream, position, position, (name, given, other) => {
        const others = STREAMS.filter((candidate) => candidate !== name).map((candidate) => formatPositionHeader(candidate, other));
        return isSame(parsePositionHeader([...others, formatPositionHeader(name, given)].join(', '), name), given);
      }),
    );
  });

  for (const header of [
    null,
    undefined,
    '',
    'users',
    'users=',
    'users=log',
    'users=log:',
    'users=:5',
    'users=log:-1',
    'users=log:1.5',
    'users=log:1e3',
    'users=a b:1',
    'partner-places=log:5',
    'xusers=log:5',
    `users=log:${'9'.repeat(16)}`,
  ]) {
    it(`is not read from ${JSON.stringify(header)}`, () => {
      expect(parsePositionHeader(header, 'users')).toBeUndefined();
    });
  }

  it('is never made up from what a proxy or an attacker sends', () => {
    always(
      fc.property(fc.string(), (header) => {
        const read = parsePositionHeader(header, 'users');
        return read === undefined || header.includes(formatPositionHeader('users', read));
      }),
    );
  });
});

describe('a batch', () => {
  const event = { seq: 1, event: 'users.deleted', payload: {}, at: '2026-05-01T08:30:00.000Z' };

  it('without events is the greeting', () => {
    expect(v.is(StreamBatch, { log: 'a1', head: 12, events: [] })).toBeTrue();
  });

  it('carries payloads it does not judge: their namespace does', () => {
    expect(v.is(StreamBatch, { log: 'a1', head: 1, events: [{ ...event, payload: 'anything' }] })).toBeTrue();
  });

  for (const [what, batch] of [
    ['more events than agreed', { log: 'a1', head: 1, events: Array.from({ length: BATCH_MAX + 1 }, () => event) }],
    ['a number that is none', { log: 'a1', head: 1, events: [{ ...event, seq: '1' }] }],
    ['a number below zero', { log: 'a1', head: -1, events: [] }],
    ['a number beyond the exact ones', { log: 'a1', head: 2 ** 53, events: [] }],
    ['a log with blanks', { log: 'a 1', head: 1, events: [] }],
  ] as const) {
    it(`is refused with ${what}`, () => {
      expect(v.is(StreamBatch, batch)).toBeFalse();
    });
  }
});
