declare global {
  interface Window {
    /** When each `Painted Number <n>` was first on the screen, by `n`. */
    paints?: (number | null)[];
    /** Milliseconds from the navigation until the first row was on the screen. */
    firstRowMs?: number;
  }
}

/** Notes when names of the form `Painted Number <n>` are on the screen. Runs in the page, before anything else. */
export function watchName(): void {
  const paints = (window.paints = [] as (number | null)[]);
  new MutationObserver(() => {
    const number = Number(/Painted Number (\d+)/u.exec(document.querySelector('[role=grid]')?.textContent ?? '')?.[1] ?? Number.NaN);
    if (Number.isNaN(number) || paints[number] !== undefined) return;
    paints[number] = null;
    // The task after the frame: by then it is painted.
    requestAnimationFrame(() => setTimeout(() => (paints[number] = performance.timeOrigin + performance.now())));
  }).observe(document, { subtree: true, childList: true, characterData: true });
}

/** Runs in the page. */
export function paintedAt(): readonly (number | null)[] {
  return window.paints ?? [];
}

/** Notes when the first row of a list is on the screen. Runs in the page, before anything else. */
export function watchFirstRow(): void {
  const observer = new MutationObserver(() => {
    if (!document.querySelector('[role=grid] [data-id]')) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => (window.firstRowMs = performance.now())));
  });
  observer.observe(document, { subtree: true, childList: true });
}
