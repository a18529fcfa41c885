/** Safari ends the composition first and sends its last key afterwards, with this code alone to tell. */
const COMPOSED = 229;

/**
 * Leaves keys to the input method (of Japanese, Chinese, Korean and others) while it composes: there, Escape drops what was composed and
 * Enter takes it. No listener of the page hears them: fields, shortcuts, dialogs. Browsers act on them as they would.
 *
 * @param until ends it; on the page it holds for good.
 */
export function leaveComposedKeys(window: Window, until?: AbortSignal): void {
  const keep = (event: Event & { readonly isComposing: boolean; readonly keyCode: number }) => {
    if (event.isComposing || event.keyCode === COMPOSED) event.stopImmediatePropagation();
  };
  window.addEventListener('keydown', keep, { capture: true, ...(until && { signal: until }) });
}
