/**
 * Lets the browser draw and answer before work goes on. What waits already goes first: `scheduler.yield()` would go
 * before it, and a page that is being opened would wait for a whole list. A timer would be held up in a hidden tab.
 */
export function pause(): Promise<void> {
  const { scheduler } = globalThis as { readonly scheduler?: { postTask?: (task: () => void) => Promise<void> } };
  return scheduler?.postTask?.(() => undefined) ?? new Promise((resolve) => setTimeout(resolve));
}
