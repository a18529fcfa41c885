import { inject } from '@angular/core';
import { Language } from './language';
import type { TextPart } from './text-parts';

/**
 * Loads a part of the product together with its texts. Rejects when either cannot be had, and so tries again next time.
 *
 * @example { path: 'users', loadChildren: withTexts(PAGE_TEXTS.users, () => import('…').then((file) => file.usersRoutes)) }
 */
export function withTexts<T>(part: TextPart, load: () => Promise<T>): () => Promise<T> {
  return async () => {
    const [loaded] = await Promise.all([load(), inject(Language).need(part)]);
    return loaded;
  };
}
