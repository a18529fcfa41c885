import type { SiteImageSlot } from '#contract/site-settings';
import { pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { moment } from './column-types';

/** The images of the site, by slot. A slot that nobody has touched has no row. */
export const siteImages = pgTable('site_images', {
  slot: text().$type<SiteImageSlot>().primaryKey(),
  url: text(),
  /** What the last change replaced: null also when the slot was empty before. Means something until `restorableUntil` only. */
  previousUrl: text(),
  restorableUntil: moment(),
  changedAt: moment(),
  changedById: uuid(),
  /** Outlives the admin. */
  changedByName: text(),
});
export type SiteImageRow = typeof siteImages.$inferSelect;
