// Runs our TypeScript, decorator metadata included, in plain Node >= 22.15, without a build:
//   node --import ./tools/ts.mjs server/main.ts
// (Type stripping and tsx do not emit the metadata NestJS injects by.)
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const CACHE = fileURLToPath(new URL('../node_modules/.cache/ts', import.meta.url));
/** What the output depends on besides the file itself. */
const TRANSPILER = [process.version, require('typescript/package.json').version, readFileSync(fileURLToPath(import.meta.url), 'utf8')].join('\0');

process.setSourceMapsEnabled(true);
registerHooks({
  // The client's bundler wants imports without an extension, so the whole repository writes them that way;
  // the library's entry points it finds by `paths` in tsconfig.json.
  resolve(specifier, context, next) {
    if (/^\.{1,2}\//.test(specifier) && context.parentURL?.startsWith('file:')) {
      const url = ['.ts', '/index.ts'].map((ending) => new URL(specifier + ending, context.parentURL)).find((candidate) => existsSync(candidate));
      if (url !== undefined) return next(url.href, context);
    }
    const library = /^@moien\/live(\/[a-z-]+)?$/.exec(specifier);
    if (library) return next(new URL(`../projects/live${library[1] ?? ''}/index.ts`, import.meta.url).href, context);
    return next(specifier, context);
  },
  load(url, context, next) {
    if (!url.startsWith('file:') || !url.endsWith('.ts') || url.includes('/node_modules/')) return next(url, context);
    return { format: 'module', source: transpiled(fileURLToPath(url)), shortCircuit: true };
  },
});

/** What a file is in JavaScript: as made before from the very same text, or made now. The compiler alone takes as long to load as the server to start. */
function transpiled(fileName) {
  const source = readFileSync(fileName, 'utf8');
  const key = createHash('sha256').update([TRANSPILER, fileName, source].join('\0')).digest('hex');
  const cached = `${CACHE}/${key}.js`;
  if (existsSync(cached)) return readFileSync(cached, 'utf8');
  const ts = require('typescript');
  const output = ts.transpileModule(source, { fileName, compilerOptions: compilerOptions(ts) }).outputText;
  keep(cached, output);
  return output;
}

function keep(file, text) {
  // Whoever reads it meanwhile must not find half of it.
  const half = `${file}.${String(process.pid)}`;
  try {
    mkdirSync(CACHE, { recursive: true });
    writeFileSync(half, text);
    renameSync(half, file);
  } catch (error) {
    // Where the packages are not ours to write to, it is made each time.
    if (!['EACCES', 'EPERM', 'EROFS'].includes(error.code)) throw error;
  }
}

function compilerOptions({ ScriptTarget, ModuleKind }) {
  return {
    target: ScriptTarget.ES2024,
    module: ModuleKind.ESNext,
    experimentalDecorators: true,
    emitDecoratorMetadata: true,
    verbatimModuleSyntax: true,
    isolatedModules: true,
    inlineSourceMap: true,
    inlineSources: true,
  };
}
