/** What became of a row while somebody pointed at it, frame by frame. */
export interface Rest {
  readonly frames: number;
  /** Pixels between the highest and the lowest place it was seen at. */
  readonly moved: number;
  /** Frames in which it was not there. */
  readonly missing: number;
}

declare global {
  interface Window {
    /** Ends the watch. */
    rest?: () => Rest;
  }
}

/** Begins to watch the row at a point of the screen. Runs in the page. */
export function watchRest(x: number, y: number): void {
  const id = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-id]')?.dataset['id'] ?? '';
  const tops: number[] = [];
  let [frames, missing] = [0, 0];
  let frame = 0;
  const look = (): void => {
    frames++;
    const row = document.querySelector(`[data-id="${id}"]`);
    if (row) tops.push(row.getBoundingClientRect().top);
    else missing++;
    frame = requestAnimationFrame(look);
  };
  look();
  window.rest = () => {
    cancelAnimationFrame(frame);
    return { frames, missing, moved: tops.length === 0 ? Number.POSITIVE_INFINITY : Math.max(...tops) - Math.min(...tops) };
  };
}

/** Ends it. Runs in the page. */
export function endRest(): Rest {
  return window.rest?.() ?? { frames: 0, moved: Number.POSITIVE_INFINITY, missing: 0 };
}

/** @returns the middle of one of the rows in sight: the first for 0, the last for 1. Runs in the page. */
export function rowInSight(share: number): { readonly x: number; readonly y: number } {
  const grid = document.querySelector('[role=grid]')?.getBoundingClientRect();
  const head = document.querySelector('[role=columnheader]')?.getBoundingClientRect();
  const rows = [...document.querySelectorAll('[role=grid] [data-id]')]
    .map((row) => row.getBoundingClientRect())
    .filter(({ top, bottom }) => grid && head && top >= head.bottom && bottom <= grid.bottom)
    .sort((a, b) => a.top - b.top);
  const row = rows[Math.round(share * (rows.length - 1))];
  return row ? { x: row.left + row.width / 2, y: row.top + row.height / 2 } : { x: 0, y: 0 };
}

/** What waits, in the pill's words. Runs in the page. */
export function pillText(): string {
  return document.querySelector('app-users-grid [appPill]')?.textContent.replace(/\s+/gu, ' ').trim() ?? '';
}

/** Brings an end of the list, or its middle, into sight. Runs in the page. */
export function lookAt(share: number): Promise<void> {
  const grid = document.querySelector('[role=grid]');
  grid?.scrollTo(0, share * (grid.scrollHeight - grid.clientHeight));
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
}
