import type { SITE_IMAGE_TYPES } from '#contract/site-image-changes';

/** What the first bytes of each type are, one character a byte. */
const SIGNATURES: Readonly<Record<(typeof SITE_IMAGE_TYPES)[number], RegExp>> = {
  'image/jpeg': /^\xff\xd8\xff/u,
  'image/png': /^\x89PNG\r\n.\n/su,
  'image/gif': /^GIF8[79]a/u,
  'image/webp': /^RIFF.{4}WEBP/su,
  'image/avif': /^.{4}ftypavi[fs]/su,
};
const SIGNATURE_BYTES = 16;

/** Whether a file's content is an image of a type that is accepted. Its name and declared type are not asked: they may say anything. */
export async function isImage(file: Blob): Promise<boolean> {
  const head = String.fromCharCode(...new Uint8Array(await file.slice(0, SIGNATURE_BYTES).arrayBuffer()));
  return Object.values(SIGNATURES).some((signature) => signature.test(head));
}
