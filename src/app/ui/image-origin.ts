import { DOCUMENT, inject, InjectionToken } from '@angular/core';

/** The one origin that images may come from besides `https:` addresses; the app provides where its server is. */
export const IMAGE_ORIGIN = new InjectionToken<string>('IMAGE_ORIGIN', { factory: () => inject(DOCUMENT).location.origin });

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Angular does not sanitise `img src`. @returns the address if an image may be loaded from it, else null. The server knows itself by one
 * loopback name only: where the page calls it by another, so is the image.
 */
export function allowedImageUrl(address: string | null, origin: string): string | null {
  const url = address === null ? null : URL.parse(address);
  if (!url) return null;
  const { hostname } = new URL(origin);
  if (LOOPBACK.includes(url.hostname) && LOOPBACK.includes(hostname)) url.hostname = hostname;
  return url.protocol === 'https:' || url.origin === origin ? url.href : null;
}
