import { readdirSync, readFileSync } from 'node:fs';
import { MIRROR_MUTANTS } from './mirror-mutants';
import { MUTANTS } from './mutants';

const HERE = new URL('.', import.meta.url);
const PROTOCOL = readFileSync(new URL('../PROTOCOL.md', HERE), 'utf8');
const ENGINE = new URL('../engine/', HERE);

interface Rule {
  readonly number: number;
  readonly mutants: readonly string[];
  readonly specs: readonly string[];
}

/** The rules of PROTOCOL.md, each from its heading (`### 7. The greeting`) to the next. */
function rules(): Rule[] {
  return PROTOCOL.split(/^### /mu)
    .slice(1)
    .map((text) => ({ number: Number.parseInt(text), mutants: quoted(text, 'Mutants'), specs: quoted(text, 'Specs') }));
}

function quoted(text: string, kind: string): string[] {
  const line = text.split('\n').find((one) => one.startsWith(`- ${kind}: `)) ?? '';
  return [...line.matchAll(/`([^`]+)`/gu)].map(([, title = '']) => title);
}

describe('README.md', () => {
  it('shows the example as it is', () => {
    const [example = ''] = /@Component[\s\S]*\n\}\n/u.exec(readFileSync(new URL('../../../examples/whole-list/main.ts', HERE), 'utf8')) ?? [];
    const readme = readFileSync(new URL('../README.md', HERE), 'utf8');
    const plain = (text: string): string => text.replace(/\s+/gu, ' ').trim();
    expect(example).toContain('wholeList');
    expect(plain(readme)).toContain(plain(example));
  });
});

describe('PROTOCOL.md', () => {
  it('numbers its rules without a gap', () => {
    expect(rules().map(({ number }) => number)).toEqual(rules().map((_, index) => index + 1));
  });

  it('names for each rule what holds it: mutants and specs that exist', () => {
    const specs = readdirSync(HERE)
      .filter((file) => file.endsWith('.spec.ts') && file !== 'protocol.spec.ts')
      .map((file) => readFileSync(new URL(file, HERE), 'utf8'))
      .join('\n');
    for (const { number, mutants, specs: titles } of rules()) {
      expect(mutants.length + titles.length)
        .withContext(`rule ${String(number)}`)
        .toBeGreaterThan(0);
      for (const title of titles)
        expect(specs)
          .withContext(`rule ${String(number)}`)
          .toContain(title);
    }
  });

  it('names every mutant once', () => {
    const all = [...MUTANTS, ...MIRROR_MUTANTS].map(({ breaks }) => breaks);
    expect(
      rules()
        .flatMap(({ mutants }) => mutants)
        .sort(),
    ).toEqual(all.sort());
  });

  it('has every rule that the code refers to', () => {
    const referred = readdirSync(ENGINE)
      .flatMap((file) => [...readFileSync(new URL(file, ENGINE), 'utf8').matchAll(/^\s*(?:\/\*\*|\*|\/\/).*\[(\d+)\]/gmu)])
      .map(([, number]) => Number(number));
    expect(referred.length).toBeGreaterThan(5);
    expect(referred.filter((number) => number > rules().length)).toEqual([]);
  });
});
