import type { SiteImage } from '#contract/site-image-changes';
import type { SiteImageFrame } from '#contract/site-image-slots';
import type { SiteImageRow } from '../database/schema';

/** @returns a slot as admins see it at `now`; `row` is undefined where nobody has touched it. */
export function toSiteImage({ page, slot }: SiteImageFrame, row: SiteImageRow | undefined, now: Date): SiteImage {
  const restorableUntil = row !== undefined && isRestorable(row, now) ? row.restorableUntil.toISOString() : null;
  return { page, slot, url: row?.url ?? null, changedBy: row?.changedByName ?? null, changedAt: row?.changedAt?.toISOString() ?? null, restorableUntil };
}

/** Whether the slot's last change can still be taken back. */
export function isRestorable<TRow extends Pick<SiteImageRow, 'restorableUntil'>>(row: TRow, now: Date): row is TRow & { readonly restorableUntil: Date } {
  return row.restorableUntil !== null && row.restorableUntil > now;
}
