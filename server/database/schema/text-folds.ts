import { integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';

/** By which version of the contract's folding the derived columns of a table were made. */
export const textFolds = pgTable('text_folds', {
  tableName: text().primaryKey(),
  version: integer().notNull(),
  /** The last row that is of this version, by id, while the others are made anew; null once all are. */
  doneTo: uuid(),
});
