/** What somebody who works with the page feels of its load. Milliseconds. */
export interface Inputs {
  /** How long each click and key waited for the main thread. */
  readonly delays: readonly number[];
  readonly longestTaskMs: number;
}

declare global {
  interface Window {
    inputs?: { delays: number[]; tasks: number[] };
  }
}

/** Runs in the page, before anything else. */
export function watchInputs(): void {
  const inputs = (window.inputs = { delays: [] as number[], tasks: [] as number[] });
  for (const type of ['pointerdown', 'keydown']) {
    addEventListener(type, ({ timeStamp }) => inputs.delays.push(performance.now() - timeStamp), { capture: true });
  }
  new PerformanceObserver((list) => inputs.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });
}

/** Runs in the page. @returns what was noted since the last time. */
export function readInputs(): Inputs {
  const inputs = window.inputs;
  const longestTaskMs = Math.max(0, ...(inputs?.tasks.splice(0) ?? []));
  return { delays: inputs?.delays.splice(0) ?? [], longestTaskMs };
}
