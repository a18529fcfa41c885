/**
 * Invisible characters that order text of two directions. Those that open or close a stretch reorder the text beside it
 * that has one too many, also out of a `<bdi>`: browsers put the same characters around it. The marks among them order their
 * neighbours only.
 */
export const STRETCH_MARKS = String.raw`\u202a-\u202e\u2066-\u2069`;
const STRETCHES = new RegExp(`[${STRETCH_MARKS}]`, 'gu');
const ALL = new RegExp(String.raw`[\u061c\u200e\u200f${STRETCH_MARKS}]`, 'gu');

/** @returns the text without any invisible character for direction. */
export function stripBidi(text: string): string {
  return text.replace(ALL, '');
}

/** @returns the text without what can reorder its neighbours; marks, which Arabic messages may need, stay. */
export function confine(text: string): string {
  return text.replace(STRETCHES, '');
}

/** A person's text inside a sentence: neither turns the direction of the other around. */
export function isolate(text: string): string {
  return `\u2068${confine(text)}\u2069`;
}
