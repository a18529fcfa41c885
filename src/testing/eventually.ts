// Taken before a spec puts in a clock of its own.
const { setTimeout } = globalThis;

/** Before the spec itself is over: what it waited for is told, and nothing goes on looking in the specs that follow. */
const LIMIT_MS = jasmine.DEFAULT_TIMEOUT_INTERVAL - 500;

/** Waits until `look` finds something (neither undefined nor false). */
export async function eventually<T>(look: () => T | undefined | false): Promise<T> {
  const start = performance.now();
  while (performance.now() - start < LIMIT_MS) {
    const found = look();
    if (found !== undefined && found !== false) return found;
    await new Promise((resolve) => setTimeout(resolve));
  }
  throw new Error(`Waited in vain: ${look.toString()}`);
}
