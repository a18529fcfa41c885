import { SITE_IMAGE_MAX_BYTES, SITE_IMAGE_MAX_PIXELS } from '#contract/site-image-changes';
import { SITE_IMAGE_SOFT_BELOW, type SiteImageFrame } from '#contract/site-image-slots';
import { isImage } from './image-type';

/** Wide enough for any frame it is previewed in. */
const PREVIEW_WIDTH = 1280;

/** An image that may be sent. */
export interface ReadyImage {
  readonly file: File;
  /** In pixels, upright. */
  readonly width: number;
  readonly height: number;
  /** A smaller copy, to be drawn. */
  readonly preview: ImageBitmap;
}

/** Why a file is not sent; its words lie under `siteImages.refused`. */
export type ImageFault = 'several' | 'empty' | 'tooLarge' | 'notImage' | 'broken' | 'tooManyPixels';

/** Looks into a file before it is sent: the server would find the same, minutes later on a slow line. */
export async function checkImage(file: File): Promise<ReadyImage | ImageFault> {
  if (file.size === 0) return 'empty';
  if (file.size > SITE_IMAGE_MAX_BYTES) return 'tooLarge';
  // What is no longer there, or is a folder, cannot be read.
  const isKnown = await isImage(file).catch(() => null);
  if (isKnown === null) return 'broken';
  if (!isKnown) return 'notImage';
  const whole = await createImageBitmap(file).catch(() => null);
  if (!whole) return 'broken';
  const { width, height } = whole;
  try {
    if (width * height > SITE_IMAGE_MAX_PIXELS) return 'tooManyPixels';
    const resizeWidth = Math.min(width, PREVIEW_WIDTH);
    return { file, width, height, preview: await createImageBitmap(whole, { resizeWidth, resizeQuality: 'medium' }) };
  } finally {
    whole.close();
  }
}

/** Whether an image has so few pixels that it would look blurred in its frame. */
export function isSoft({ width, height }: ReadyImage, frame: SiteImageFrame): boolean {
  return width < frame.width * SITE_IMAGE_SOFT_BELOW || height < frame.height * SITE_IMAGE_SOFT_BELOW;
}
