import { ImageUrl } from '#contract/primitives';
import * as v from 'valibot';

/** An object of an answer, with unknown fields. */
export type Raw = Readonly<Record<string, unknown>>;

/** @returns the object, or undefined for anything else. */
export function asObject(value: unknown): Raw | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Raw) : undefined;
}

/** @returns the row that an answer tells, whole or in part: under a name, under `data`, or bare; undefined where it tells none. */
export function rowIn(body: unknown, name: string): Raw | undefined {
  const answer = asObject(body);
  return answer && (asObject(answer[name]) ?? asObject(answer['data']) ?? (idOf(answer) === undefined ? undefined : answer));
}

/** @returns the first of the fields that is a text, or a number written as one; '' where none is. */
export function text(raw: Raw, ...names: readonly string[]): string {
  for (const name of names) {
    const value = raw[name];
    if (typeof value === 'string') return value;
    if (typeof value === 'number') return String(value);
  }
  return '';
}

/** As {@link text}; null where there is none, or an empty one. */
export function textOrNull(raw: Raw, ...names: readonly string[]): string | null {
  const value = text(raw, ...names);
  return value.trim() === '' ? null : value;
}

export function flag(raw: Raw, ...names: readonly string[]): boolean {
  return names.some((name) => raw[name] === true);
}

/** @returns the first of the fields that is a moment, as ISO 8601 in UTC with milliseconds; '' where none is: then it is not known. */
export function moment(raw: Raw, ...names: readonly string[]): string {
  for (const name of names) {
    const value = raw[name];
    const at = typeof value === 'string' || typeof value === 'number' ? new Date(value).getTime() : Number.NaN;
    if (!Number.isNaN(at)) return new Date(at).toISOString();
  }
  return '';
}

/** As {@link moment}; null where there is none. */
export function momentOrNull(raw: Raw, ...names: readonly string[]): string | null {
  const at = moment(raw, ...names);
  return at === '' ? null : at;
}

/** @returns an address that an image may be loaded from; null for any other, `javascript:` among them. */
export function imageUrl(raw: Raw, ...names: readonly string[]): string | null {
  const url = text(raw, ...names);
  return v.is(ImageUrl, url) ? url : null;
}

/** @returns the row's identity in lower case, as events carry it; undefined where it has none: such a row cannot be held. */
export function idOf(raw: Raw, ...names: readonly string[]): string | undefined {
  const id = text(raw, 'id', ...names)
    .trim()
    .toLowerCase();
  return id === '' ? undefined : id;
}
