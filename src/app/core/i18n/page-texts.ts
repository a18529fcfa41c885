import type { TextPart } from './text-parts';

/** The texts of each page. Apart from `COMMON_TEXTS` and `SHELL_TEXTS`, so that the sign-in page carries none of it. */
export const PAGE_TEXTS = {
  notifications: { en: () => import('./compiled/notifications.en.json'), ar: () => import('./compiled/notifications.ar.json') },
  overview: { en: () => import('./compiled/overview.en.json'), ar: () => import('./compiled/overview.ar.json') },
  partnerPlaces: { en: () => import('./compiled/partner-places.en.json'), ar: () => import('./compiled/partner-places.ar.json') },
  sessions: { en: () => import('./compiled/sessions.en.json'), ar: () => import('./compiled/sessions.ar.json') },
  siteImages: { en: () => import('./compiled/site-images.en.json'), ar: () => import('./compiled/site-images.ar.json') },
  staff: { en: () => import('./compiled/staff.en.json'), ar: () => import('./compiled/staff.ar.json') },
  users: { en: () => import('./compiled/users.en.json'), ar: () => import('./compiled/users.ar.json') },
} as const satisfies Readonly<Record<string, TextPart>>;
