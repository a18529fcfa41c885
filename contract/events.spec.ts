import * as v from 'valibot';
import { BROADCASTS, PERSONAL } from './events';

/** The customer's sample payloads (the contract, part 1), to the letter. */
const USER = {
  id: '7b0c5a52-6b0e-4a47-9d0f-2b7f0f9c1a11',
  fullName: 'Ana Maria da Silva',
  countryCode: 'LU',
  countryName: 'Luxembourg',
  phone: '+352621123456',
  isBanned: false,
  bannedAt: null,
  phoneVerified: true,
  email: 'ana@example.lu',
  emailVerified: false,
  photoUrl: null,
  createdAt: '2026-05-01T08:30:00.000Z',
};
const BANNED = { ...USER, isBanned: true, bannedAt: '2026-05-02T09:00:00.000Z', photoUrl: 'https://cdn.example.lu/ana.webp' };
const AT = '2026-05-01T08:30:00.000Z';
const EVENTS = { ...BROADCASTS.users, ...BROADCASTS['partner-places'], ...BROADCASTS['site-settings'], ...PERSONAL } as const;
type EventName = keyof typeof EVENTS;

const SAMPLES: [event: EventName, payload: unknown][] = [
  ['users.created', USER],
  ['users.updated', BANNED],
  ['users.deleted', { id: USER.id }],
  ['account.banned', { kind: 'banned', message: 'Your account has been banned.', at: AT }],
  ['account.banned', { kind: 'deleted', message: 'Your account has been deleted.', at: AT }],
  ['session.ended', { reason: 'revoked', at: AT }],
  ['hero-image.updated', { url: 'https://cdn.example.lu/hero.webp' }],
  ['hero-image.updated', { url: null }],
  ['landing-image.updated', { slot: 'whyFresh', url: 'https://cdn.example.lu/fresh.webp' }],
  ['landing-images.updated', { whyFresh: 'https://cdn.example.lu/fresh.webp' }],
  ['about-image.updated', { slot: 'aboutFeature2', url: null }],
  ['about-images.updated', { aboutFeature2: null }],
  ['partner-places.changed', { kind: 'created', id: USER.id, at: AT }],
  ['partner-places.changed', { kind: 'needs_info', at: AT }],
  ['notifications.read', { userId: USER.id, id: USER.id }],
  ['notifications.readAll', { userId: USER.id }],
  [
    'notifications.created',
    {
      id: USER.id,
      userId: USER.id,
      type: 'partner.created',
      title: 'New request',
      body: 'Chez Ana',
      data: { id: USER.id },
      isRead: false,
      readAt: null,
      createdAt: AT,
    },
  ],
];

/** What a broken or hostile sender might put in place of a user. JSON, because that is how it would arrive. */
const HOSTILE_USERS: [what: string, json: string][] = [
  ['nothing', 'null'],
  ['a string', '"users"'],
  ['a list', '[]'],
  ['an empty object', '{}'],
  ['a __proto__ of its own', json({}, '"__proto__":{"isAdmin":true}')],
  ['a constructor of its own', json({}, '"constructor":{"prototype":{}}')],
  ['a field that does not belong there', json({}, '"password":"hunter2"')],
  ['a missing field', json({ email: undefined })],
  ['a name of a megabyte', json({ fullName: 'x'.repeat(2 ** 20) })],
  ['a name that is no text', json({ fullName: { toString: 'x' } })],
  ['a name with control characters', json({ fullName: 'Ana\u0000 Maria Silva' })],
  ['a script for a photo', json({ photoUrl: 'javascript:alert(1)' })],
  ['a script in mixed case with blanks', json({ photoUrl: ' JavaScript:alert(1)' })],
  ['inline data for a photo', json({ photoUrl: 'data:image/svg+xml,<svg onload=alert(1)>' })],
  ['a photo at no address', json({ photoUrl: '//evil.example/x.png' })],
  ['yes for true', json({ isBanned: 'yes' })],
  ['a number for a time', json({ createdAt: 1_777_000_000 })],
  ['a date that is none', json({ createdAt: 'yesterday' })],
  ['an id that is none', json({ id: '../../etc/passwd' })],
  ['a phone that is none', json({ phone: '+352 <b>621</b>' })],
  ['an e-mail address that is none', json({ email: 'ana' })],
  ['a country that is none', json({ countryCode: 'lux' })],
];

function json(change: object, extra = ''): string {
  const text = JSON.stringify({ ...USER, ...change });
  return extra === '' ? text : `${text.slice(0, -1)},${extra}}`;
}

describe('an event', () => {
  for (const [event, payload] of SAMPLES) {
    it(`${event} takes ${JSON.stringify(payload).slice(0, 70)} and changes nothing in it`, () => {
      expect(v.parse(EVENTS[event] as v.GenericSchema, payload)).toEqual(payload);
    });
  }

  for (const event of ['users.created', 'users.updated'] as const) {
    for (const [what, text] of HOSTILE_USERS) {
      it(`${event} refuses ${what}`, () => {
        expect(v.is(EVENTS[event], JSON.parse(text))).toBeFalse();
      });
    }
  }

  it('leaves every object as it was after hostile keys', () => {
    v.safeParse(EVENTS['users.created'], JSON.parse(json({}, '"__proto__":{"polluted":true}')));
    v.safeParse(EVENTS['landing-images.updated'], JSON.parse('{"__proto__":{"polluted":true}}'));
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  for (const patch of [
    '{"__proto__":null}',
    '{"constructor":"https://x.example/a.png"}',
    '{"unknown":"https://x.example/a.png"}',
    '{"hero":"javascript:alert(1)"}',
    '{"hero":5}',
  ]) {
    it(`landing-images.updated refuses ${patch} whole`, () => {
      expect(v.is(EVENTS['landing-images.updated'], JSON.parse(patch))).toBeFalse();
    });
  }

  for (const payload of [{ kind: 'gone', at: AT }, { kind: 'created', id: 7, at: AT }, { kind: 'created' }, {}]) {
    it(`partner-places.changed refuses ${JSON.stringify(payload)}`, () => {
      expect(v.is(EVENTS['partner-places.changed'], payload)).toBeFalse();
    });
  }

  it('speaks of one id whatever its case, so that the same user is never listed twice', () => {
    expect(v.parse(EVENTS['users.deleted'], { id: USER.id.toUpperCase() })).toEqual({ id: USER.id });
  });
});
