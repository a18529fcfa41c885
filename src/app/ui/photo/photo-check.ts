import { PHOTO_MAX_BYTES, PHOTO_TYPES } from '#contract/users';
import type { MessageKey } from '../../core/i18n/translations';

/** As many as the server takes. */
const PIXELS_MAX = 25_000_000;

/** What is wrong with a photo before it is sent; null for nothing. The server looks again, at its content. */
export async function photoComplaint(file: File): Promise<MessageKey | null> {
  if (!PHOTO_TYPES.some((type) => type === file.type)) return 'photo.type';
  if (file.size > PHOTO_MAX_BYTES) return 'photo.size';
  try {
    const bitmap = await createImageBitmap(file);
    const pixels = bitmap.width * bitmap.height;
    bitmap.close();
    return pixels > PIXELS_MAX ? 'photo.pixels' : null;
  } catch {
    return 'photo.unreadable';
  }
}
