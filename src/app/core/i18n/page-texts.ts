import type { TextPart } from './text-part';

/** The texts of each page. Apart from `COMMON_TEXTS` and `SHELL_TEXTS`, so that the sign-in page carries none of it. */
export const PAGE_TEXTS = {
  users: { en: () => import('./texts/users.en.json'), ar: () => import('./texts/users.ar.json') },
} as const satisfies Readonly<Record<string, TextPart>>;
