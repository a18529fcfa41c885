/**
 * Moves the focus among the rows of a list, each an element with `data-id`: from the one that has it, or has it within, to the next.
 * Where none has it, to the first.
 */
export function stepRow(list: HTMLElement | undefined, by: 1 | -1): void {
  const rows = [...(list?.querySelectorAll<HTMLElement>('[data-id]') ?? [])];
  const current = rows.findIndex((row) => row.contains(list?.ownerDocument.activeElement ?? null));
  rows[current < 0 ? 0 : current + by]?.focus();
}
