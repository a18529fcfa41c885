import { stripBidi } from '#contract/bidi';

/**
 * Copies marked text of a page as it reads. What keeps a name's direction to itself in a sentence is no part of the name: pasted
 * into a search it would be looked for. In a field the text is its writer's.
 */
export function copyPlain(event: ClipboardEvent): void {
  if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
  const marked = getSelection()?.toString() ?? '';
  const plain = stripBidi(marked);
  if (plain === marked) return;
  event.clipboardData?.setData('text/plain', plain);
  event.preventDefault();
}
