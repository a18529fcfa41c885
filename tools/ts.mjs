// Runs our TypeScript, decorator metadata included, in plain Node >= 22.15, without a build:
//   node --import ./tools/ts.mjs server/main.ts
// (Type stripping and tsx do not emit the metadata NestJS injects by.)
import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const compilerOptions = {
  target: ts.ScriptTarget.ES2024,
  module: ts.ModuleKind.ESNext,
  experimentalDecorators: true,
  emitDecoratorMetadata: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  inlineSourceMap: true,
  inlineSources: true,
};
process.setSourceMapsEnabled(true);
registerHooks({
  // The client's bundler wants imports without an extension, so the whole repository writes them that way.
  resolve(specifier, context, next) {
    if (/^\.{1,2}\//.test(specifier) && context.parentURL?.startsWith('file:')) {
      const url = ['.ts', '/index.ts'].map((ending) => new URL(specifier + ending, context.parentURL)).find((candidate) => existsSync(candidate));
      if (url !== undefined) return next(url.href, context);
    }
    return next(specifier, context);
  },
  load(url, context, next) {
    if (!url.startsWith('file:') || !url.endsWith('.ts') || url.includes('/node_modules/')) return next(url, context);
    const fileName = fileURLToPath(url);
    const source = ts.transpileModule(readFileSync(fileName, 'utf8'), { fileName, compilerOptions }).outputText;
    return { format: 'module', source, shortCircuit: true };
  },
});
