// Taken before a spec puts in a clock of its own.
const { setTimeout } = globalThis;

/** Waits until `look` finds something (neither undefined nor false); the spec's own time limit bounds it. */
export async function eventually<T>(look: () => T | undefined | false): Promise<T> {
  for (;;) {
    const found = look();
    if (found !== undefined && found !== false) return found;
    await new Promise((resolve) => setTimeout(resolve));
  }
}
