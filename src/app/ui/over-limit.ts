import type { Message } from '../core/i18n/translations';

/**
 * What is typed or pasted is never cut: it stays, nothing is sent while it is too long, and this says by how much. No field has a
 * `maxlength`, which cuts in silence.
 *
 * @param max as the contract counts: spaces around it are not sent.
 * @returns null where it fits.
 */
export function overLimit(text: string, max: number): Message | null {
  const count = text.trim().length - max;
  return count > 0 ? { key: 'limit.over', args: { count } } : null;
}
