/** What the keys that have our shortcuts write on a US layout: alone, and with Shift. */
const LATIN: Readonly<Record<string, readonly [string, string]>> = { Slash: ['/', '?'] };

/**
 * The key as a shortcut names it: what it writes, letters small unless Shift is held. Where it writes another script (the `j` of an
 * Arabic keyboard is a ت), what the same place writes on a US layout; a Latin layout is taken at its word, wherever it has its keys.
 */
export function keyOf({ key, code, shiftKey }: KeyboardEvent): string {
  if (key.length > 1) return key;
  if (/^[\p{ASCII}\p{Script=Latin}]$/u.test(key)) return shiftKey ? key : key.toLowerCase();
  const letter = /^Key([A-Z])$/u.exec(code)?.[1];
  const [plain, shifted] = letter ? [letter.toLowerCase(), letter] : (LATIN[code] ?? [key, key]);
  return shiftKey ? shifted : plain;
}

/** Fields that are typed into, and widgets that have letters of their own. */
const KEEPS_LETTERS = [
  'input:not([type=checkbox], [type=radio], [type=button])',
  'textarea',
  'select',
  '[contenteditable]:not([contenteditable=false])',
  '[role=menu]',
  '[popover]',
].join();

/** Whether a letter belongs to what has the focus rather than to the page. */
export function keepsLetters(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(KEEPS_LETTERS) !== null;
}

/** Whether something modal lies over the page, so that the page must not act. */
export function isCovered(document: Document): boolean {
  return document.querySelector('[aria-modal=true], dialog:modal') !== null;
}
