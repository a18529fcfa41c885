import fc from 'fast-check';
import { compareText } from '#contract/text';
import { USER_SORTS, USER_STATUSES, USER_VERIFICATIONS, userMatches, userSortKey, type PublicUser, type UsersPage, type UsersQuery } from '#contract/users';
import { Database } from '../database/database';
import { users } from '../database/schema';
import { TestServer } from '../testing/test-server';
import { recount } from './user-counts';
import { UserDirectory } from './user-directory';
import { derivedColumns, toPublicUser } from './user-row';

/** What people type and what breaks naive searches: accents, Arabic with its marks, ligatures, emoji, LIKE's wildcards, quotes. */
const letters = fc.constantFrom(
  ...['a', 'A', 'b', 'é', 'e\u0301', 'Ü', 'ß', 'ss', 'Æ', 'ø', 'ı', 'İ', 'ŀ', 'ﬁ', '1', '٢', '۳', ' ', '  ', '\u00a0'],
  ...[
    '’',
    '´',
    '“',
    '–',
    '‑',
    '\u200b',
    '\u2068',
    '\u2069',
    'क',
    'ि',
    'が',
    '\u3099',
    'ک',
    'ی',
    'ٱ',
    'ς',
    'Σ',
    'й',
    '५',
    '\u3164',
    '한',
    '<',
    '>',
    '(',
    ',',
    '0',
  ],
  ...['%', '_', '\\', "'", '"', '-', '+', 'أ', 'ا', 'آ', 'ح', 'مُ', 'ى', 'ي', 'ة', 'ه', 'ـ', 'ﷺ', '😀', '👩‍🚀', '𝒜', '\uffff', '\ue000'],
);
const text = fc.array(letters, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''));
const fewDates = fc.integer({ min: 0, max: 5 }).map((n) => new Date(Date.UTC(2026, 0, 1) + n * 977));
const person = fc.record({
  id: fc.uuid({ version: 4 }),
  fullName: text,
  countryCode: fc.constantFrom('LU', 'MA', 'PT', 'QQ'),
  countryName: fc.constantFrom('Luxembourg', 'المغرب', 'Ελλάδα', 'España', 'Espana'),
  isBanned: fc.boolean(),
  emailVerified: fc.boolean(),
  phoneVerified: fc.boolean(),
  createdAt: fewDates,
});
/** Of all text they may be stored with: names are not the only thing that is searched. */
const phones = ['+352621', '00352 (0)621/', '0621-', '٠٦٢١ ', '+49 171 '];
const SEARCHED_PHONES = ['+352 (621)', '00352621', '0621 00', 'tel:+352-621', '٠٦٢١', '000', '001,', '+'];
const SEARCHED_ADDRESSES = ['mailto:1é@x.example', '"A" <1É@x.example>', '<1e@x.example>', 'mailto:%', '<@>'];
const query: fc.Arbitrary<UsersQuery> = fc.record(
  {
    q: fc.oneof(
      text,
      fc.constantFrom(...['', ' ', '\0', '@', '1@x', '%', 'a\nb', "'", '-', '\u200b', '\u2068A\u2069', '“A”'], ...SEARCHED_PHONES, ...SEARCHED_ADDRESSES),
    ),
    status: fc.constantFrom(...USER_STATUSES),
    verified: fc.constantFrom(...USER_VERIFICATIONS),
    country: fc.subarray(['LU', 'MA', 'PT']),
    sort: fc.constantFrom(...USER_SORTS),
    dir: fc.constantFrom('asc' as const, 'desc' as const),
  },
  { requiredKeys: ['sort', 'dir'] },
);

describe('The list of users', () => {
  let server: TestServer;
  let directory: UserDirectory;
  beforeAll(async () => {
    server = await TestServer.start();
    directory = server.application.get(UserDirectory);
  });
  afterAll(() => server.stop());

  async function store(people: readonly (typeof person extends fc.Arbitrary<infer T> ? T : never)[]): Promise<PublicUser[]> {
    const rows = people.map((one, index) => {
      const user = { ...one, email: `${String(index)}é@x.example`, phone: `${phones[index % phones.length] ?? ''}${String(index).padStart(6, '0')}` };
      return { ...user, ...derivedColumns(user), updatedAt: user.createdAt };
    });
    return server.application.get(Database).transaction(async (tx) => {
      await tx.delete(users);
      const stored = rows.length === 0 ? [] : await tx.insert(users).values(rows).returning();
      await recount(tx);
      return stored.map(toPublicUser);
    });
  }

  async function readAll(asked: UsersQuery, limit: number): Promise<{ rows: PublicUser[]; totals: Set<number> }> {
    const rows: PublicUser[] = [];
    const totals = new Set<number>();
    let cursor: string | null | undefined;
    while (cursor !== null) {
      const { body: page }: { body: UsersPage } = await directory.list({ ...asked, limit, ...(cursor !== undefined && { cursor }) });
      rows.push(...page.data);
      totals.add(page.pagination.total);
      cursor = page.pagination.nextCursor;
    }
    return { rows, totals };
  }

  it('holds the same rows in the same order as the contract’s userMatches and userSortKey say, page by page', async () => {
    const people = fc.uniqueArray(person, { maxLength: 25, selector: ({ id }) => id });
    await fc.assert(
      fc.asyncProperty(people, fc.array(query, { minLength: 8, maxLength: 8 }), fc.integer({ min: 1, max: 9 }), async (some, queries, limit) => {
        const stored = await store(some);
        for (const asked of queries) {
          const direction = asked.dir === 'asc' ? 1 : -1;
          const expected = stored
            .filter((user) => userMatches(user, asked))
            .sort((a, b) => direction * (compareText(userSortKey(a, asked.sort), userSortKey(b, asked.sort)) || compareText(a.id, b.id)));
          const { rows, totals } = await readAll(asked, limit);
          expect(rows).withContext(JSON.stringify(asked)).toEqual(expected);
          expect([...totals]).toEqual([expected.length]);
          if (rows.length !== expected.length) return false;
        }
        return true;
      }),
      { numRuns: 40 },
    );
  });
});
