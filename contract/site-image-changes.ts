import * as v from 'valibot';
import { ImageUrl, Timestamp } from './primitives';
import { SITE_IMAGE_PAGES, SiteImageSlotName } from './site-image-slots';

/** Uploads: at most so many bytes, and so many pixels once unfolded. Larger ones: 413 `PAYLOAD_TOO_LARGE`. */
export const SITE_IMAGE_MAX_BYTES = 5 * 1024 * 1024;
export const SITE_IMAGE_MAX_PIXELS = 25_000_000;
/** Types that a file's content (not its name) must show; else 415 `UNSUPPORTED_MEDIA_TYPE`. */
export const SITE_IMAGE_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif'] as const;

/** For how long the last change of a slot can be taken back. */
export const SITE_IMAGE_RESTORABLE_MS = 60 * 60 * 1000;

/** A slot as admins see it. */
export const SiteImage = v.object({
  page: v.picklist(SITE_IMAGE_PAGES),
  slot: SiteImageSlotName,
  url: v.nullable(ImageUrl),
  /** The name of the admin who last changed it, and when; null while nobody has. */
  changedBy: v.nullable(v.string()),
  changedAt: v.nullable(Timestamp),
  /** Until when `restore` puts back what the last change replaced or removed; null when there is nothing to put back. */
  restorableUntil: v.nullable(Timestamp),
});
export type SiteImage = Readonly<v.InferOutput<typeof SiteImage>>;

/** `GET /site-settings/images` (ours, admins): all slots, in the site's order. */
export const SiteImageList = v.object({ data: v.array(SiteImage) });
export type SiteImageList = Readonly<v.InferOutput<typeof SiteImageList>>;

/**
 * Answer to an upload, a removal, a restore: the slot as it is now. `X-Stream-Position` names the second of the change's two
 * events. With `If-Match` of `imageTag` a slot that has changed since answers 409 `STALE`, `current` a {@link SiteImage}.
 */
export const SiteImageAnswer = v.object({ ok: v.literal(true), ...SiteImage.entries });
export type SiteImageAnswer = Readonly<v.InferOutput<typeof SiteImageAnswer>>;
