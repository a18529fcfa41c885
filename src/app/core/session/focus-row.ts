/** Somebody who does any of this goes their own way. */
const INTENTS = ['pointerdown', 'keydown', 'wheel'] as const;

/** Puts the focus on a row, by its `data-id`, as soon as it is there, unless the admin has done something by then. */
export function focusRow(document: Document, id: string): void {
  const row = () => document.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`);
  const stop = () => {
    observer.disconnect();
    for (const intent of INTENTS) document.removeEventListener(intent, stop, true);
  };
  const look = () => {
    const found = row();
    if (!found) return;
    stop();
    found.focus();
    found.scrollIntoView({ block: 'nearest' });
  };
  const observer = new MutationObserver(look);
  observer.observe(document.body, { childList: true, subtree: true });
  for (const intent of INTENTS) document.addEventListener(intent, stop, { capture: true, once: true });
  look();
}
