import type { TextPart } from './text-part';

/** The texts of each page. Apart from `COMMON_TEXTS` and `SHELL_TEXTS`, so that the sign-in page carries none of it. */
export const PAGE_TEXTS = {
  notifications: { en: () => import('./texts/notifications.en.json'), ar: () => import('./texts/notifications.ar.json') },
  overview: { en: () => import('./texts/overview.en.json'), ar: () => import('./texts/overview.ar.json') },
  partnerPlaces: { en: () => import('./texts/partner-places.en.json'), ar: () => import('./texts/partner-places.ar.json') },
  sessions: { en: () => import('./texts/sessions.en.json'), ar: () => import('./texts/sessions.ar.json') },
  siteImages: { en: () => import('./texts/site-images.en.json'), ar: () => import('./texts/site-images.ar.json') },
  staff: { en: () => import('./texts/staff.en.json'), ar: () => import('./texts/staff.ar.json') },
  users: { en: () => import('./texts/users.en.json'), ar: () => import('./texts/users.ar.json') },
} as const satisfies Readonly<Record<string, TextPart>>;
