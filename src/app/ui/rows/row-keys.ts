/** @returns the row that a key leads to, possibly beyond the ends; undefined for a key that moves nothing. */
export function keyTarget({ key, altKey }: KeyboardEvent, index: number, count: number, pageSize: number): number | undefined {
  if (altKey) return undefined;
  switch (key) {
    case 'ArrowDown':
      return index + 1;
    case 'ArrowUp':
      return index - 1;
    case 'PageDown':
      return index + pageSize;
    case 'PageUp':
      return index - pageSize;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
