import { ApiError } from '../api/api-error';

/** Work in one go, in milliseconds: well under what would be felt as a hitch. */
const SLICE_MS = 8;
/** Bytes that a list's beginning is looked for in at a time, and those that two pieces share: more than the beginning is long. */
const PIECE = 2 ** 16;
const OVERLAP = 64;
/** Each byte as one character, so that places are the same. */
const BYTES = new TextDecoder('latin1');
const UTF8 = new TextDecoder();
/** Elements between two looks at the clock. */
const STRIDE = 100;
/** An object around a list is read whole up to this length; a longer one is searched for the list's beginning. */
const WHOLE_MAX = 100_000;
const LIST_KEYS = ['data', 'items', 'rows', 'results', 'list', 'users', 'requests', 'notifications', 'sessions', 'staff', 'admins'];
const BEGINNING = new RegExp(`"(?:${LIST_KEYS.join('|')})"\\s*:\\s*\\[`, 'u');

const [QUOTE, BACKSLASH, COMMA, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x22, 0x5c, 0x2c, 0x5b, 0x5d, 0x7b, 0x7d];

/**
 * Takes the elements of a list out of its JSON, each as its own text, without ever blocking the page: twenty thousand
 * users are six megabytes. They are found in the bytes, since what separates them is ASCII, so that the whole is never one
 * text. The list may be bare, or wrapped in an object under one of the usual names.
 *
 * @param json in UTF-8.
 * @param element takes one element's JSON.
 * @param pause lets the browser do something else.
 * @throws ApiError `BAD_ANSWER` where there is no list, or only a part of it.
 */
export async function eachElement(json: Uint8Array, element: (text: string) => void, pause: () => Promise<void>): Promise<void> {
  const begin = beginningOf(json);
  if (typeof begin !== 'number') {
    for (const item of begin) element(JSON.stringify(item));
    return;
  }
  let until = performance.now() + SLICE_MS;
  let count = 0;
  let [depth, start] = [0, begin];
  for (let at = begin; at < json.length; at++) {
    const char = json[at];
    if (char === QUOTE) at = endOfString(json, at);
    else if (char === OPEN_OBJECT || char === OPEN_LIST) depth++;
    else if (depth > 0 && (char === CLOSE_OBJECT || char === CLOSE_LIST)) depth--;
    else if (depth === 0 && (char === COMMA || char === CLOSE_LIST)) {
      const text = UTF8.decode(json.subarray(start, at)).trim();
      if (text !== '') element(text);
      start = at + 1;
      if (char === CLOSE_LIST) return;
      if (++count % STRIDE !== 0 || performance.now() < until) continue;
      await pause();
      until = performance.now() + SLICE_MS;
    }
  }
  throw notAList();
}

/** @returns where the first element begins, or the elements themselves where the whole was read. */
function beginningOf(json: Uint8Array): number | readonly unknown[] {
  // A byte-order mark is no blank.
  const text = BYTES.decode(json.subarray(0, PIECE)).replace(/^ï»¿/u, '   ');
  const first = text.search(/\S/u);
  if (text[first] === '[') return first + 1;
  if (text[first] !== '{') throw notAList();
  if (json.length > WHOLE_MAX) return beginningWithin(json);
  const list = listIn(parse(UTF8.decode(json)));
  if (!list) throw notAList();
  return list;
}

/** The same in a long object. */
function beginningWithin(json: Uint8Array): number {
  for (let at = 0; at < json.length; at += PIECE) {
    const found = BEGINNING.exec(BYTES.decode(json.subarray(at, at + PIECE + OVERLAP)));
    if (found) return at + found.index + found[0].length;
  }
  throw notAList();
}

/** The list in an answer, however it is wrapped; undefined where there is none. */
export function listIn(value: unknown, depth = 0): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value as readonly unknown[];
  if (typeof value !== 'object' || value === null || depth > 2) return undefined;
  const fields = value as Readonly<Record<string, unknown>>;
  if (fields['success'] === false) return undefined;
  for (const key of LIST_KEYS) {
    const list = listIn(fields[key], depth + 1);
    if (list) return list;
  }
  return undefined;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw notAList();
  }
}

function endOfString(json: Uint8Array, start: number): number {
  for (let at = start + 1; at < json.length; at++) {
    const char = json[at];
    if (char === BACKSLASH) at++;
    else if (char === QUOTE) return at;
  }
  throw notAList();
}

function notAList(): ApiError {
  return new ApiError({ status: 200, code: 'BAD_ANSWER', message: 'expected a list' });
}
