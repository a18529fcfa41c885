import { customType, timestamp, type PgTimestampBuilderInitial } from 'drizzle-orm/pg-core';

/** Text ordered by code point, whatever the database's locale: the order of the contract's `compareText`. */
export const codePointText = customType<{ data: string }>({ dataType: () => 'text COLLATE "C"' });

/** A moment to the millisecond, as JavaScript's `Date` and the contract's ISO strings have it. */
export const moment = (): PgTimestampBuilderInitial<''> => timestamp({ withTimezone: true, precision: 3, mode: 'date' });
