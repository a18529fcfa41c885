import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { compiledTexts } from './compiled-texts';
import { argumentsOf, filesOf, LANGUAGES, literalsOf, missingForms, parse, pluralsOf, texts, textsIn } from './message-texts';

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

  it('are compiled as they stand (npm run texts)', () => {
    for (const [file, content] of compiledTexts()) expect(readFileSync(file, 'utf8')).withContext(file).toBe(content);
  });

  it('are well-formed ICU messages', () => {
    expect(LANGUAGES.flatMap((code) => [...texts[code]].filter(([, text]) => parse(text) === null).map(([key]) => `${code}: ${key}`))).toEqual([]);
  });

  it('take the same arguments, in the same way, in every language', () => {
    const differing = [...texts.en].filter(([key, text]) => argumentsOf(text).join() !== argumentsOf(texts.ar.get(key) ?? '').join());
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it('know every plural form of their language', () => {
    const lacking = LANGUAGES.flatMap((code) =>
      [...texts[code]].flatMap(([key, text]) =>
        pluralsOf(parse(text) ?? []).flatMap((options) => missingForms(options, code).map((form) => `${code}: ${key} ${form}`)),
      ),
    );
    expect(lacking).toEqual([]);
  });

  it('are in Arabic where the language is Arabic', () => {
    const left = [...texts.ar].filter(([key, text]) => /\p{L}/u.test(literalsOf(texts.en.get(key) ?? '')) && !/\p{Script=Arabic}/u.test(literalsOf(text)));
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

function matches(pattern: RegExp): string[] {
  return [...sources.matchAll(pattern)].map((match) => match[1] ?? '');
}
