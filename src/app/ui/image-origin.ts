import { DOCUMENT, inject, InjectionToken } from '@angular/core';

/** The one origin that images may come from besides `https:` addresses; the app provides where its server is. */
export const IMAGE_ORIGIN = new InjectionToken<string>('IMAGE_ORIGIN', { factory: () => inject(DOCUMENT).location.origin });

/** Angular does not sanitise `img src`. @returns the address if an image may be loaded from it, else null. */
export function allowedImageUrl(address: string | null, origin: string): string | null {
  const url = address === null ? null : URL.parse(address);
  return url && (url.protocol === 'https:' || url.origin === origin) ? url.href : null;
}
