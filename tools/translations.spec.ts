import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';

type Tree = { readonly [key: string]: string | Tree };
type Element = ReturnType<IntlMessageFormat['getAst']>[number];

const FOLDER = 'src/app/core/i18n/texts';
const LANGUAGES = ['en', 'ar'] as const;

/** The kinds of AST element that have branches or take an argument (icu-messageformat-parser's TYPE). */
const LITERAL = 0;
const SELECT = 5;
const PLURAL = 6;
/** How a message may spell a plural category out as a number. */
const EXACTLY: Readonly<Record<string, string>> = { zero: '=0', one: '=1', two: '=2' };

const texts = Object.fromEntries(LANGUAGES.map((code) => [code, new Map(filesOf(code).flatMap((file) => [...textsIn(file)]))])) as Record<
  (typeof LANGUAGES)[number],
  Map<string, string>
>;
const sources = globSync('src/app/**/*.{ts,html}')
  .filter((path) => !path.endsWith('.spec.ts'))
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n')
  // Examples in comments use nothing.
  .replaceAll(/\/\*\*.*?\*\//gsu, '');

describe('The translations', () => {
  it('have the same keys in every language', () => {
    expect([...texts.ar.keys()].sort()).toEqual([...texts.en.keys()].sort());
  });

  it('have each key in one part only', () => {
    for (const code of LANGUAGES) expect(filesOf(code).reduce((sum, file) => sum + textsIn(file).size, 0)).toBe(texts[code].size);
  });

  // A page loads the texts of its own part, besides those that are there on every page: others would show as their keys.
  it('are asked for only where they are loaded', () => {
    const home = new Map(filesOf('en').flatMap((file) => [...textsIn(file).keys()].map((key) => [key, basename(file).split('.', 1)[0]] as const)));
    const astray = globSync('src/app/{features,shell}/**/*.{ts,html}')
      .filter((path) => !path.endsWith('.spec.ts'))
      .flatMap((path) => {
        const own = path.startsWith('src/app/features/') ? path.split('/')[3] : 'shell';
        const allowed = new Set(own === 'login' ? ['common'] : ['common', 'shell', own]);
        const asked = [...readFileSync(path, 'utf8').matchAll(/['"`]([a-z]\w*(?:\.\w+)+)['"`]/giu)].map((match) => match[1] ?? '');
        return asked.filter((key) => home.has(key) && !allowed.has(home.get(key))).map((key) => `${path}: ${key}`);
      });
    expect(astray).toEqual([]);
  });

  it('are well-formed ICU messages', () => {
    expect(LANGUAGES.flatMap((code) => [...texts[code]].filter(([, text]) => parse(text, code) === null).map(([key]) => `${code}: ${key}`))).toEqual([]);
  });

  it('take the same arguments, in the same way, in every language', () => {
    const differing = [...texts.en].filter(([key, text]) => argumentsOf(text, 'en').join() !== argumentsOf(texts.ar.get(key) ?? '', 'ar').join());
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it('know every plural form of their language', () => {
    const lacking = LANGUAGES.flatMap((code) =>
      [...texts[code]].flatMap(([key, text]) =>
        pluralsOf(parse(text, code) ?? []).flatMap((options) => missingForms(options, code).map((form) => `${code}: ${key} ${form}`)),
      ),
    );
    expect(lacking).toEqual([]);
  });

  it('are in Arabic where the language is Arabic', () => {
    const left = [...texts.ar].filter(
      ([key, text]) => /\p{L}/u.test(literalsOf(texts.en.get(key) ?? '', 'en')) && !/\p{Script=Arabic}/u.test(literalsOf(text, 'ar')),
    );
    expect(left.map(([key]) => key)).toEqual([]);
  });

  // What fills plurals in comes with the first page behind sign-in.
  it('are plain where everybody needs them', () => {
    const common = LANGUAGES.flatMap((code) => filesOf(code).filter((file) => basename(file).startsWith('common.')));
    expect(common.flatMap((file) => [...textsIn(file)].filter(([, text]) => /\{\w+,|'[{}']/u.test(text)).map(([key]) => key))).toEqual([]);
  });

  it('are all used', () => {
    const literals = new Set(matches(/['"`]([a-z]\w*(?:\.\w+)+)['"`]/giu));
    // `errors.${code}` uses whatever lies directly under errors.
    const prefixes = new Set(matches(/`([\w.]+\.)\$\{/gu));
    const unused = [...texts.en.keys()].filter((key) => !literals.has(key) && !prefixes.has(key.slice(0, key.lastIndexOf('.') + 1)));
    expect(unused).toEqual([]);
  });

  // The compiler refuses an unknown key wherever it is typed as one; this reads the sources, for what might get round it.
  it('exist wherever one is asked for', () => {
    const asked = [
      ...matches(/['"](\w+\.[\w.]+)['"]\s*\|\s*t\b/gu),
      ...matches(/\btexts\.get\(\s*'([\w.]+)'/gu),
      ...matches(/\bkey:\s*'(\w+\.[\w.]+)'/gu),
      ...matches(/'([\w.]+)' satisfies MessageKey/gu),
    ];
    expect(asked.length).toBeGreaterThan(20);
    expect(asked.filter((key) => !texts.en.has(key))).toEqual([]);
  });

  it('are asked for by the typed pipe and service only', () => {
    expect(sources).not.toMatch(/\|\s*transloco\b|\bTranslocoPipe\b|\bTranslocoDirective\b/u);
  });
});

function filesOf(code: string): string[] {
  return globSync(`${FOLDER}/*.${code}.json`);
}

function textsIn(file: string): Map<string, string> {
  return flatten(JSON.parse(readFileSync(file, 'utf8')) as Tree);
}

function flatten(tree: Tree, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [[prefix + key, value] as const] : [...flatten(value, `${prefix}${key}.`)])),
  );
}

/** @returns null when the message is malformed. */
function parse(text: string, code: string): readonly Element[] | null {
  try {
    return new IntlMessageFormat(text, code, undefined, { ignoreTag: true }).getAst();
  } catch {
    return null;
  }
}

/** As a plain number: the parser's enum is not ours to import. */
function kindOf(element: Element): number {
  return element.type;
}

/** Every element of a message, those inside plural and select branches too. */
function elementsOf(elements: readonly Element[]): Element[] {
  return elements.flatMap((element) => [element, ...('options' in element ? Object.values(element.options).flatMap(({ value }) => elementsOf(value)) : [])]);
}

/** `name:kind`, each once, in order; for a select its choices belong to the kind. */
function argumentsOf(text: string, code: string): string[] {
  const described = elementsOf(parse(text, code) ?? []).flatMap((element) => {
    if (!('value' in element) || kindOf(element) === LITERAL) return [];
    const choices = 'options' in element && kindOf(element) === SELECT ? Object.keys(element.options).sort() : [];
    return [[element.value, kindOf(element), ...choices].join(':')];
  });
  return [...new Set(described)].sort();
}

function pluralsOf(elements: readonly Element[]): string[][] {
  return elementsOf(elements).flatMap((element) => ('options' in element && kindOf(element) === PLURAL ? [Object.keys(element.options)] : []));
}

function missingForms(options: readonly string[], code: string): string[] {
  return new Intl.PluralRules(code).resolvedOptions().pluralCategories.filter((form) => !options.includes(form) && !options.includes(EXACTLY[form] ?? ''));
}

function literalsOf(text: string, code: string): string {
  return elementsOf(parse(text, code) ?? [])
    .map((element) => (kindOf(element) === LITERAL && 'value' in element ? element.value : ''))
    .join(' ');
}

function matches(pattern: RegExp): string[] {
  return [...sources.matchAll(pattern)].map((match) => match[1] ?? '');
}
