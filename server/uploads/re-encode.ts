import { fileTypeFromBuffer } from 'file-type';
import sharp from 'sharp';
import { SITE_IMAGE_MAX_PIXELS } from '#contract/site-image-changes';
import { PHOTO_TYPES } from '#contract/users';
import { ApiException } from '../http/api-exception';

/** Every phone's default photo, and 100 MB at most once decoded. Checked against the header, before decoding. */
const MAX_PIXELS = SITE_IMAGE_MAX_PIXELS;
const DECODING_SECONDS = 10;

/**
 * Draws an uploaded image anew as WebP: upright, no side above `maxSide` pixels, without metadata (a phone's
 * photo tells where it was taken) and without whatever else the file carried. Its type is read from its content: names and
 * declared types are the sender's word. A moving GIF or WebP keeps moving unless its frames have too many pixels together; of that, and
 * of a moving PNG or AVIF, which our decoder shows no more of, the first frame is taken. SVG is a document that runs scripts, and is refused like anything else that is no picture.
 *
 * @throws ApiException UNSUPPORTED_MEDIA_TYPE when it is no image of {@link PHOTO_TYPES} or a broken one; PAYLOAD_TOO_LARGE
 * when it has too many pixels.
 */
export async function reEncode(upload: Uint8Array, maxSide: number): Promise<Buffer> {
  const type = await fileTypeFromBuffer(upload);
  if (!PHOTO_TYPES.some((allowed) => allowed === type?.mime)) throw new ApiException('UNSUPPORTED_MEDIA_TYPE', `Send an image: ${PHOTO_TYPES.join(', ')}`);
  try {
    const { width, height, pages = 1 } = await sharp(upload, { limitInputPixels: false }).metadata();
    if (width * height > MAX_PIXELS) throw new ApiException('PAYLOAD_TOO_LARGE', `The image has more than ${String(MAX_PIXELS)} pixels`);
    const isMoving = pages > 1 && width * height * pages <= MAX_PIXELS;
    // Frames cannot be turned, and say nothing of how they were held.
    return await sharp(upload, { limitInputPixels: MAX_PIXELS, animated: isMoving, autoOrient: !isMoving })
      .timeout({ seconds: DECODING_SECONDS })
      .resize({ width: maxSide, height: maxSide, fit: 'inside', withoutEnlargement: true })
      .webp()
      .toBuffer();
  } catch (error) {
    if (error instanceof ApiException) throw error;
    throw new ApiException('UNSUPPORTED_MEDIA_TYPE', 'The file begins like an image but cannot be read as one');
  }
}
