// What we do not write, each with its reason, beyond what the shared rule sets know.
import { SPECS } from './boundaries.mjs';

const ANYWHERE = [
  {
    selector: 'MemberExpression[property.name=/^bypassSecurityTrust/]',
    message: "Angular's sanitiser is never switched off: build the value so that it need not be.",
  },
  {
    selector:
      "CallExpression[callee.property.name='setItem']:matches([callee.object.name='localStorage'], [callee.object.property.name='localStorage']) > Identifier[name=/token|password|secret/i]",
    message: 'No secret in localStorage: it outlives the session and any script on the page reads it.',
  },
  {
    selector: "CallExpression[callee.type='MemberExpression'][callee.property.name='fromEvent']",
    message: "ngx-socket-io's fromEvent() runs change detection for every event and leaks a listener: attach with on() and off().",
  },
];

const IN_COMPONENTS = {
  selector: 'Property[key.name=styles] TemplateElement[value.raw=/(^|[^.\\w])([4-9]|\\d{2,})px/]',
  message: 'Hairlines apart, lengths follow the text size that the reader has set in the browser: write them in rem.',
};

const IN_SPECS = [
  {
    // `pending()` with a reason is for what the machine lacks, such as a PostgreSQL.
    selector: "CallExpression[callee.name=/^(fit|fdescribe|xit|xdescribe)$/], CallExpression[callee.name='pending'][arguments.length=0]",
    message: 'No focused or skipped specs: the others would silently not run, or this one never again.',
  },
  {
    selector:
      'MemberExpression[object.name=/^(test|describe)$/][property.name=/^(only|skip|fixme)$/], MemberExpression[object.property.name="describe"][property.name=/^(only|skip|fixme)$/]',
    message: 'No focused or skipped tests: the others would silently not run, or this one never again.',
  },
  {
    selector: "CallExpression[callee.property.name='waitForTimeout']",
    message: 'Wait for a state, never for time: expect(…) retries by itself.',
  },
];

/** The heart gets clock, timers and requests from outside: only then can a simulation run it in virtual time. */
const OUTSIDE_WORLD = [
  'window',
  'document',
  'navigator',
  'location',
  'fetch',
  'performance',
  'localStorage',
  'sessionStorage',
  'setTimeout',
  'setInterval',
  'clearTimeout',
  'clearInterval',
  'queueMicrotask',
  'requestAnimationFrame',
  'Date',
  'crypto',
  'console',
];

/** What browsers offer to secure pages only (https, localhost). The desk is also served by plain http, within a company (`PUBLIC_HOST`). */
const SECURE_PAGES_ONLY = [
  ['crypto', 'randomUUID', 'core/random-id.ts'],
  ['crypto', 'subtle', 'a value from the server'],
  ['navigator', 'clipboard', "the CDK's Clipboard"],
  ['navigator', 'locks', 'core/session/refresh-lock.ts'],
  ['navigator', 'serviceWorker', 'the page itself'],
  ['navigator', 'storage', 'localStorage'],
];

export const restrictions = [
  { files: ['**/*.{ts,mjs}'], rules: { 'no-restricted-syntax': ['error', ...ANYWHERE] } },
  { files: ['src/**/*.ts'], ignores: SPECS, rules: { 'no-restricted-syntax': ['error', ...ANYWHERE, IN_COMPONENTS] } },
  { files: [...SPECS, 'e2e/**/*.ts'], rules: { 'no-restricted-syntax': ['error', ...ANYWHERE, ...IN_SPECS] } },
  {
    files: ['src/**/*.ts'],
    ignores: [...SPECS, 'src/app/ui/dialogs-kit.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: '@angular/cdk/dialog',
              importNames: ['Dialog', 'DialogModule'],
              allowTypeImports: true,
              message: 'Open dialogs with ui/dialogs.ts: it loads what they need when one is wanted (20 kB), and drops them all when the session ends.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: [...SPECS, 'src/app/core/session/refresh-lock.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        ...SECURE_PAGES_ONLY.map(([object, property, instead]) => ({
          object,
          property,
          message: `Absent where the desk is served by plain http: use ${instead}.`,
        })),
      ],
    },
  },
  {
    files: ['projects/live/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^#contract/', message: 'The library knows neither the app nor its contract: it is built and used without them.' }] },
      ],
    },
  },
  {
    files: ['projects/live/engine/**/*.ts'],
    ignores: SPECS,
    rules: {
      'no-restricted-globals': [
        'error',
        ...OUTSIDE_WORLD.map((name) => ({ name, message: 'The engine is handed its clock, timers and requests (ports.ts), so that a simulation can be.' })),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Chance comes in by the ports too: a failing schedule must be repeatable.' },
      ],
    },
  },
];
