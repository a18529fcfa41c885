/** A person's text inside a sentence: Unicode isolates keep the direction of the one from turning the other around. */
export function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}
