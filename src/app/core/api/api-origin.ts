import { DOCUMENT, inject, InjectionToken } from '@angular/core';

/** Where the server is, without a slash at the end: REST and Socket.IO share this origin. */
export const API_ORIGIN = new InjectionToken<string>('API_ORIGIN', { factory: () => apiOrigin(inject(DOCUMENT)) });

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Reads `<meta name="api-origin">`; a page that was served without one (or with its placeholder left in) means port 3000 beside it.
 * A loopback address takes the page's own name for it: a cookie of `localhost` does not reach `127.0.0.1`.
 */
export function apiOrigin(document: Document): string {
  const { protocol, hostname } = document.location;
  const configured = document.querySelector<HTMLMetaElement>('meta[name="api-origin"]')?.content.trim();
  if (configured === undefined || configured === '' || configured.startsWith('__')) return `${protocol}//${hostname}:3000`;
  const url = new URL(configured, document.baseURI);
  if (LOOPBACK.includes(url.hostname) && LOOPBACK.includes(hostname)) url.hostname = hostname;
  return url.origin;
}
