import type { PublicUser } from './public-user';
import { userTag, type UserDecision } from './user-tag';

const ANA: PublicUser = {
  id: '00000000-0000-4000-8000-000000000001',
  fullName: 'Ana "Anita" de Souza',
  countryCode: 'LU',
  countryName: 'Luxembourg',
  phone: '+352621000001',
  isBanned: false,
  bannedAt: null,
  phoneVerified: false,
  email: 'ana@example.com',
  emailVerified: false,
  photoUrl: null,
  createdAt: '2026-02-01T12:00:00.000Z',
};
const ALL: readonly UserDecision[] = ['rename', 'ban', 'unban', 'delete'];

describe('What an action says it saw', () => {
  const collisions = (change: Partial<PublicUser>) => ALL.filter((decision) => userTag(ANA, decision) !== userTag({ ...ANA, ...change }, decision));

  it('is another after a change of what the decision rests on, and the same after any other', () => {
    expect(collisions({ fullName: 'Ana Maria Souza' })).toEqual(['rename', 'ban', 'delete']);
    expect(collisions({ isBanned: true, bannedAt: '2026-02-02T12:00:00.000Z' })).toEqual(['ban', 'unban', 'delete']);
    expect(collisions({ photoUrl: 'https://example.com/ana.webp' })).toEqual(['ban', 'delete']);
    expect(collisions({ emailVerified: true })).toEqual(['delete']);
    expect(collisions({ countryName: 'Lëtzebuerg' })).toEqual([]);
  });

  it('fits into a header, whatever somebody is called', () => {
    for (const fullName of ['Ana "Anita" de Souza', 'ليلى بنت محمد', 'A\u2069\u202e B C', '\ud800 lone surrogate'])
      expect(userTag({ ...ANA, fullName }, 'ban')).toMatch(/^"[\x21\x23-\x7e]+"$/u);
  });
});
