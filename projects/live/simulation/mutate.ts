import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import type { LiveList } from '../engine/live-list';
import type { Mirror } from '../unnumbered/mirror';
import { MIRROR_MUTANTS } from './mirror-mutants';
import { type Mutant, MUTANTS } from './mutants';

const ALL = [...MUTANTS, ...MIRROR_MUTANTS];
const QUERY = /\?mutant=(\d+)$/u;

// The engine is loaded once more for each mutant, under its own address, with one edit in one file.
registerHooks({
  resolve(specifier, context, next) {
    const mutant = QUERY.exec(context.parentURL ?? '')?.[0];
    const resolved = next(specifier, { ...context, parentURL: context.parentURL?.replace(QUERY, '') });
    return mutant !== undefined && /\/live\/(?:engine|unnumbered)\//u.test(resolved.url) ? { ...resolved, url: resolved.url + mutant } : resolved;
  },
  load(url, context, next) {
    const number = QUERY.exec(url)?.[1];
    const mutant = number === undefined ? undefined : ALL[Number(number)];
    if (!mutant) return next(url, context);
    const fileName = fileURLToPath(url.replace(QUERY, ''));
    const text = readFileSync(fileName, 'utf8');
    const mutated = fileName.endsWith(`/${mutant.file}.ts`) ? edit(text, mutant) : text;
    const { outputText: source } = ts.transpileModule(mutated, { fileName, compilerOptions: { target: ts.ScriptTarget.ES2024, module: ts.ModuleKind.ESNext } });
    return { format: 'module', source, shortCircuit: true };
  },
});

function edit(text: string, { from, to, breaks }: Mutant): string {
  if (text.split(from).length !== 2) throw new Error(`the mutant "${breaks}" has to match exactly once`);
  return text.replace(from, () => to);
}

/** The engine with one rule broken. @throws when the mutant's text is not in its file. */
export async function loadMutant(mutant: Mutant): Promise<typeof LiveList> {
  return (await load<{ LiveList: typeof LiveList }>('engine/live-list', mutant)).LiveList;
}

/** As {@link loadMutant}, for a list without numbers. */
export async function loadMirrorMutant(mutant: Mutant): Promise<typeof Mirror> {
  return (await load<{ Mirror: typeof Mirror }>('unnumbered/mirror', mutant)).Mirror;
}

async function load<TModule>(file: string, mutant: Mutant): Promise<TModule> {
  const url = `${new URL(`../${file}.ts`, import.meta.url).href}?mutant=${String(ALL.indexOf(mutant))}`;
  return (await import(url)) as TModule;
}
