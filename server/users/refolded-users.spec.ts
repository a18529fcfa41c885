import { Logger } from '@nestjs/common';
import { eq } from 'drizzle-orm';
import type { Database } from '../database/database';
import { textFolds, users } from '../database/schema';
import { demoUsers } from '../seed/demo-users';
import { openTestDatabase } from '../testing/test-database';
import { markFolded, RefoldedUsers } from './refolded-users';
import { DERIVED_VERSION, derivedColumns } from './user-row';

const COUNT = 250;

describe('Users that an earlier version stored', () => {
  let database: Database;
  let close: () => Promise<void>;
  let log: jasmine.Spy;
  beforeAll(async () => {
    ({ database, close } = await openTestDatabase());
    const rows = [...demoUsers(COUNT, new Date('2026-01-01'))];
    await database.db.insert(users).values(rows);
  });
  afterAll(() => close());
  beforeEach(async () => {
    log = spyOn(Logger.prototype, 'log');
    await database.db.delete(textFolds);
    await database.db.update(users).set({ searchText: 'old', nameKey: 'old', emailKey: 'old', countryKey: 'old' });
  });

  const start = () => new RefoldedUsers(database).refold(100);
  const stale = async () => (await database.db.select().from(users)).filter((row) => row.searchText !== derivedColumns(row).searchText).length;

  it('are searched and sorted by the present version once the server listens', async () => {
    await start();
    const rows = await database.db.select().from(users);
    expect(rows.filter((row) => Object.entries(derivedColumns(row)).some(([column, value]) => row[column as 'searchText'] !== value))).toEqual([]);
  });

  it('are looked at once only', async () => {
    await start();
    await database.db.update(users).set({ searchText: 'touched' });
    await start();
    expect(await stale()).toBe(COUNT);
  });

  it('are gone on with where a start was cut short', async () => {
    const ids = (await database.db.select({ id: users.id }).from(users).orderBy(users.id)).map(({ id }) => id);
    await database.transaction((tx) => markFolded(tx, ids[99] ?? null));
    await start();
    expect(await stale()).toBe(100);
  });

  it('are made anew after another version of the server, newer or older', async () => {
    await start();
    await database.db.update(textFolds).set({ version: DERIVED_VERSION + 1 });
    await database.db.update(users).set({ searchText: 'newer' });
    await start();
    expect(await stale()).toBe(0);
    expect(await database.db.select().from(textFolds)).toEqual([{ tableName: 'users', version: DERIVED_VERSION, doneTo: null }]);
  });

  it('are shared by servers that start together', async () => {
    await Promise.all([start(), start()]);
    expect(await stale()).toBe(0);
  });

  it('are not written where they come out the same', async () => {
    await start();
    await database.db.delete(textFolds);
    const [one] = await database.db.select({ id: users.id }).from(users).limit(1);
    await database.db
      .update(users)
      .set({ nameKey: 'old' })
      .where(eq(users.id, one?.id ?? ''));
    await start();
    expect(log).toHaveBeenCalledWith(`Search texts: 1 of ${String(COUNT)} were changed`);
  });

  it('are told by their version: raise it, and these samples with it, when folding changes', () => {
    const user = {
      fullName: 'José  O’Neill-ـًÁLVAREZ',
      email: "o'neill@moien.lu",
      phone: '+352621123456',
      countryCode: 'XX',
      countryName: 'المغرب',
      createdAt: new Date(0),
    };
    const { searchText, nameKey, emailKey, countryKey } = derivedColumns(user);
    const made = ['jose oneill alvarez\noneill@moien.lu\n+352621123456', 'jose oneill alvarez', 'oneill@moien.lu', '999المغرب'];
    expect([DERIVED_VERSION, searchText, nameKey, emailKey, countryKey]).toEqual([3, ...made]);
  });
});
