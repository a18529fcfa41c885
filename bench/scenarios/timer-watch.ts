declare global {
  interface Window {
    /** Handles of timers that have neither run nor been cleared. */
    pendingTimers?: Set<number>;
  }
}

/** Counts timers by standing in for the functions that make them. Runs in the page, before anything else. */
export function watchTimers(): void {
  const pending = (window.pendingTimers = new Set<number>());
  const setTimeout = window.setTimeout.bind(window);
  const setInterval = window.setInterval.bind(window);
  const clearTimeout = window.clearTimeout.bind(window);
  const clearInterval = window.clearInterval.bind(window);
  window.setTimeout = ((run: (...args: unknown[]) => void, ms?: number, ...args: unknown[]) => {
    const handle = setTimeout(() => {
      pending.delete(handle);
      run(...args);
    }, ms);
    pending.add(handle);
    return handle;
  }) as typeof window.setTimeout;
  window.setInterval = ((run: (...args: unknown[]) => void, ms?: number, ...args: unknown[]) => {
    const handle = setInterval(run, ms, ...args);
    pending.add(handle);
    return handle;
  }) as typeof window.setInterval;
  window.clearTimeout = (handle) => {
    if (typeof handle === 'number') pending.delete(handle);
    clearTimeout(handle);
  };
  window.clearInterval = (handle) => {
    if (typeof handle === 'number') pending.delete(handle);
    clearInterval(handle);
  };
}

/** Runs in the page. */
export function countTimers(): number {
  return window.pendingTimers?.size ?? 0;
}
