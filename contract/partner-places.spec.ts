import fc from 'fast-check';
import * as v from 'valibot';
import { fillCannedReply } from './canned-replies';
import { CreatePartnerRequest } from './partner-changes';
import { PARTNER_REQUEST_STATUSES, partnerRequestSortKey, PartnerRequestsPageQuery } from './partner-places';
import { compareText } from './text';

const moment = fc.date({ min: new Date(0), max: new Date('9999-12-31T23:59:59.999Z'), noInvalidDate: true }).map((date) => date.toISOString());
const row = fc.record({ status: fc.constantFrom(...PARTNER_REQUEST_STATUSES), createdAt: moment, decidedAt: moment });

/** Fails with the smallest counterexample and the seed that finds it again. */
function always(property: fc.IRawProperty<unknown>): void {
  expect(() => fc.assert(property)).not.toThrow();
}

describe('the order of partner requests', () => {
  const order = (a: Parameters<typeof partnerRequestSortKey>[0], b: Parameters<typeof partnerRequestSortKey>[0]) =>
    Math.sign(compareText(partnerRequestSortKey(a), partnerRequestSortKey(b)));

  it('has those that wait for us first, then those that wait for the partner, then the decided', () => {
    const turn = { pending: 0, needs_info: 1, approved: 2, rejected: 2 };
    always(fc.property(row, row, (a, b) => turn[a.status] === turn[b.status] || order(a, b) === Math.sign(turn[a.status] - turn[b.status])));
  });

  it('has the longest waiting first', () => {
    always(fc.property(row, row, (a, b) => order({ ...a, status: 'pending' }, { ...b, status: 'pending' }) === compareTimes(a.createdAt, b.createdAt)));
  });

  it('has the latest decision first, whichever it was', () => {
    always(fc.property(row, row, (a, b) => order({ ...a, status: 'approved' }, { ...b, status: 'rejected' }) === compareTimes(b.decidedAt, a.decidedAt)));
  });
});

describe('the query of partner requests', () => {
  it('takes up to a hundred ids, separated by commas', () => {
    const id = '7b0c5a52-6b0e-4a47-9d0f-2b7f0f9c1a11';
    expect(v.parse(PartnerRequestsPageQuery, { ids: `${id.toUpperCase()},${id},` }).ids).toEqual([id, id]);
    expect(v.is(PartnerRequestsPageQuery, { ids: Array(100).fill(id).join() })).toBeTrue();
    expect(v.is(PartnerRequestsPageQuery, { ids: Array(101).fill(id).join() })).toBeFalse();
    expect(v.is(PartnerRequestsPageQuery, { ids: 'nonsense' })).toBeFalse();
  });
});

describe('a partner’s form', () => {
  const filled = {
    placeName: 'Chez Ana',
    contactName: 'Ana',
    email: 'Ana@Moien.lu',
    phone: '+352621123456',
    countryCode: 'LU',
    city: 'Esch',
    address: '1, Grand-Rue',
  };

  it('may leave out the kitchen and the note, as forms and as JSON do', () => {
    for (const left of [{}, { cuisine: '', note: '' }, { cuisine: null, note: null }]) {
      expect(v.parse(CreatePartnerRequest, { ...filled, ...left })).toEqual({ ...filled, email: 'ana@moien.lu', cuisine: null, note: null });
    }
  });

  it('is told which field is too long', () => {
    const { issues } = v.safeParse(CreatePartnerRequest, { ...filled, cuisine: 'x'.repeat(101) });
    expect(issues?.map((issue) => [v.getDotPath(issue), issue.type])).toEqual([['cuisine', 'max_length']]);
  });
});

describe('fillCannedReply', () => {
  const place = { placeName: '{city} $& مطعم', contactName: 'Ana', city: 'Esch' };

  it('names the place as it is called, whatever it is called', () => {
    expect(fillCannedReply('{placeName}, {city}: {contactName}', place)).toBe('\u2068{city} $& مطعم\u2069, Esch: Ana');
  });

  it('keeps names of the other direction from turning a sentence around', () => {
    expect(fillCannedReply('طلب {placeName} في {city}', { ...place, placeName: 'مطعم القدس' })).toBe('طلب مطعم القدس في \u2068Esch\u2069');
  });

  it('leaves alone what is no placeholder', () => {
    expect(fillCannedReply('{email} {constructor} {}', place)).toBe('{email} {constructor} {}');
  });
});

function compareTimes(a: string, b: string): number {
  return Math.sign(Date.parse(a) - Date.parse(b));
}
