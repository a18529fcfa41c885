import { globSync, readFileSync } from 'node:fs';
import { parse as parseMessage, TYPE, type MessageFormatElement as Element } from '@formatjs/icu-messageformat-parser';

type Tree = { readonly [key: string]: string | Tree };

const FOLDER = 'src/app/core/i18n/texts';
export const LANGUAGES = ['en', 'ar'] as const;

/** How a message may spell a plural category out as a number. */
const EXACTLY: Readonly<Record<string, string>> = { zero: '=0', one: '=1', two: '=2' };

/** Every text by its key, in each language. */
export const texts = Object.fromEntries(LANGUAGES.map((code) => [code, new Map(filesOf(code).flatMap((file) => [...textsIn(file)]))])) as Record<
  (typeof LANGUAGES)[number],
  Map<string, string>
>;

/** The files of texts in a language, one a part of the product. */
export function filesOf(code: string): string[] {
  return globSync(`${FOLDER}/*.${code}.json`);
}

/** The texts of one file by their keys. */
export function textsIn(file: string): Map<string, string> {
  return flatten(JSON.parse(readFileSync(file, 'utf8')) as Tree);
}

function flatten(tree: Tree, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [[prefix + key, value] as const] : [...flatten(value, `${prefix}${key}.`)])),
  );
}

/** @returns null when the message is malformed. */
export function parse(text: string): readonly Element[] | null {
  try {
    return parseMessage(text);
  } catch {
    return null;
  }
}

/** Every element of a message, those inside plural and select branches too. */
function elementsOf(elements: readonly Element[]): Element[] {
  return elements.flatMap((element) => [element, ...('options' in element ? Object.values(element.options).flatMap(({ value }) => elementsOf(value)) : [])]);
}

/** `name:kind`, each once, in order; for a select its choices belong to the kind. */
export function argumentsOf(text: string): string[] {
  const described = elementsOf(parse(text) ?? []).flatMap((element) => {
    if (!('value' in element) || element.type === TYPE.literal) return [];
    const choices = element.type === TYPE.select ? Object.keys(element.options).sort() : [];
    return [[element.value, element.type, ...choices].join(':')];
  });
  return [...new Set(described)].sort();
}

/** The forms that each plural of a message spells out. */
export function pluralsOf(elements: readonly Element[]): string[][] {
  return elementsOf(elements).flatMap((element) => (element.type === TYPE.plural ? [Object.keys(element.options)] : []));
}

/** The forms of a language that a plural lacks. */
export function missingForms(options: readonly string[], code: string): string[] {
  return new Intl.PluralRules(code).resolvedOptions().pluralCategories.filter((form) => !options.includes(form) && !options.includes(EXACTLY[form] ?? ''));
}

/** The words of a message, without what fills it in. */
export function literalsOf(text: string): string {
  return elementsOf(parse(text) ?? [])
    .map((element) => (element.type === TYPE.literal ? element.value : ''))
    .join(' ');
}
