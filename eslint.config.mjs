import js from '@eslint/js';
import angular from 'angular-eslint';
import { defineConfig } from 'eslint/config';
import ts from 'typescript-eslint';
import { importRules, SPECS } from './tools/lint/boundaries.mjs';
import { restrictions } from './tools/lint/restrictions.mjs';

export default defineConfig(
  { ignores: ['dist/', 'coverage/', '.angular/', 'test-results/', 'playwright-report/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [ts.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['tsconfig.app.json', 'tsconfig.spec.json', 'tsconfig.node.json', 'tsconfig.e2e.json', 'bench/peers/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      // Nest's modules and Angular's components may be nothing but their decorator.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      // `() => close()` says it better than a block does.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true }],
      // Nest and Angular declare shapes as classes (options, Injector) of which nobody makes instances.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  // A schema is its own type: written out beside it, it would only be said twice.
  { files: ['**/*.ts'], ignores: ['contract/**', 'server/database/schema/**'], rules: { '@typescript-eslint/explicit-module-boundary-types': 'error' } },
  // What a callback of a spec turns over meanwhile, the rule does not see.
  { files: SPECS, rules: { '@typescript-eslint/no-unnecessary-condition': 'off' } },
  // Written for the compiler only: expressions that go nowhere are their whole point.
  {
    files: ['**/*.type-test.ts'],
    rules: { '@typescript-eslint/no-meaningless-void-operator': 'off', '@typescript-eslint/no-generated-empty-object-type': 'off' },
  },
  {
    files: ['src/**/*.ts', 'projects/**/*.ts'],
    extends: [angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      '@angular-eslint/prefer-signals': 'error',
      '@angular-eslint/prefer-service-decorator': 'error',
      '@angular-eslint/prefer-host-metadata-property': 'error',
    },
  },
  { files: ['src/**/*.html'], extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility] },
  {
    files: ['**/*.{mjs,cjs}'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly', setInterval: 'readonly', clearInterval: 'readonly' } },
  },
  { files: ['**/*.cjs'], languageOptions: { sourceType: 'commonjs', globals: { __dirname: 'readonly' } } },
  // Playwright reads a fixture's needs from this parameter, so one without needs writes an empty pattern.
  { files: ['e2e/**'], rules: { 'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }] } },
  // What a terminal or a developer's console is meant to see.
  {
    files: ['tools/**', 'e2e/**', 'bench/**', 'server/main.ts', 'server/seed/**', 'src/main.ts', 'projects/live/simulation/**'],
    rules: { 'no-console': 'off' },
  },
  importRules,
  restrictions,
);
