/** A promise with a number in it, and what became of it. */
export interface Check {
  readonly promise: string;
  readonly budget: string;
  readonly measured: string;
  readonly isKept: boolean;
}

/** What a scenario found: a heading, a table with its first row as the header, and the promises it is about. */
export interface Result {
  readonly title: string;
  /** What was done, in a sentence or two. */
  readonly how: string;
  readonly table: readonly (readonly string[])[];
  readonly checks: readonly Check[];
}

/** @returns a check that a number is at most so much. */
export function atMost(promise: string, measured: number, budget: number, unit: string): Check {
  return { promise, budget: `≤ ${text(budget, unit)}`, measured: text(measured, unit), isKept: measured <= budget };
}

/** @returns a check that something is exactly so often the case. */
export function exactly(promise: string, measured: number, wanted: number): Check {
  return { promise, budget: String(wanted), measured: String(measured), isKept: measured === wanted };
}

function text(value: number, unit: string): string {
  return `${value.toLocaleString('en', { maximumSignificantDigits: 3 })} ${unit}`.trimEnd();
}
