/**
 * Lets nothing come of a file that is dropped beside its zone: browsers would leave the page for it, or open it in a tab.
 *
 * @param until ends it; on the page it holds for good.
 */
export function ignoreStrayDrops(window: Window, until?: AbortSignal): void {
  const ignore = (event: DragEvent) => {
    // A zone has taken it; a file field takes it by itself.
    if (event.defaultPrevented || (event.target instanceof Element && event.target.matches('input[type=file]'))) return;
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'none';
  };
  for (const type of ['dragenter', 'dragover', 'drop'] as const) window.addEventListener(type, ignore, until && { signal: until });
}
