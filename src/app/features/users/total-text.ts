import type { Total } from '@moien/live/engine';
import type { Message } from '../../core/i18n/translations';

const TOTALS = { exact: 'users.total.exact', about: 'users.total.about', 'at-least': 'users.total.atLeast' } as const;

/** How many users a view has, as far as that is certain. */
export function totalText({ certainty, count }: Total): Message {
  return { key: TOTALS[certainty], args: { count } };
}
