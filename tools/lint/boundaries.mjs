// Who may import whom (ARCHITECTURE.md), each rule with its reason. What no rule names is allowed.
import boundaries from 'eslint-plugin-boundaries';

/** A file belongs to the first of these folders that holds it. */
const FOLDERS = {
  contract: 'contract',
  engine: 'projects/live/engine',
  live: 'projects/live',
  realtime: 'src/app/core/realtime',
  i18n: 'src/app/core/i18n',
  theme: 'src/app/core/theme',
  core: 'src/app/core',
  ui: 'src/app/ui',
  shell: 'src/app/shell',
  feature: 'src/app/features/*',
  testing: 'src/testing',
  root: 'src',
  stream: 'server/stream',
  server: 'server',
  e2e: 'e2e',
  bench: 'bench',
  tools: 'tools',
};
/** The library stands on its own. */
const LIBRARY = ['engine', 'live'];
const CORE = ['realtime', 'i18n', 'theme', 'core'];
/** What every part of a page is drawn in. */
const DRAWN_IN = ['i18n', 'theme'];
const APP = [...CORE, 'ui', 'shell', 'feature', 'testing', 'root'];
const CLIENT = [...LIBRARY, ...APP];
const SERVER = ['stream', 'server'];

const parts = (/** @type {string[]} */ ...types) => ({ element: { type: types } });
const packages = (/** @type {string[]} */ ...names) => ({ module: { origin: 'external', source: names } });
const anyPackage = { module: { origin: ['external', 'core'] } };
const packagesExcept = (/** @type {string} */ name) => ({ module: { origin: ['external', 'core'], source: `!${name}` } });

/** For every file. */
const everywhere = [
  {
    from: parts('contract'),
    disallow: { to: parts(...CLIENT, ...SERVER, 'e2e', 'bench', 'tools') },
    message: 'The contract imports nothing of ours: browser and server both import it, and would both get what it drags in.',
  },
  {
    from: parts(...CLIENT),
    disallow: { to: parts(...SERVER, 'e2e', 'bench', 'tools') },
    message: 'The client never imports the server or its tools: what both sides need is the contract.',
  },
  {
    from: parts(...SERVER),
    disallow: { to: parts(...CLIENT, 'e2e', 'bench') },
    message: 'The server never imports the client: what both sides need is the contract.',
  },
  {
    from: parts('e2e', 'bench', 'tools'),
    disallow: { to: parts(...CLIENT, ...SERVER) },
    message: 'Tools, journeys and measurements use the product from outside, as a process or a page, never from its inside.',
  },
  {
    from: parts(...LIBRARY),
    disallow: { to: parts(...APP, 'contract') },
    message: 'The library knows neither the app nor its contract: it is built and used without them.',
  },
  {
    from: parts('contract', ...APP),
    disallow: { to: parts(...LIBRARY) },
    message: 'The library is imported by its entry points, @moien/live and those beside it, as anybody else would.',
  },
  {
    from: parts(...CORE),
    disallow: { to: parts('ui', 'shell', 'feature') },
    message: 'core/ knows nothing of what is shown: pages and the shell import it, not the other way round.',
  },
  {
    from: parts('ui'),
    disallow: { to: parts(...CORE.filter((type) => !DRAWN_IN.includes(type)), 'shell', 'feature') },
    message: 'ui/ is presentational: apart from language and theme, what it shows comes in by inputs, so that any page can use it.',
  },
  {
    from: parts('feature'),
    disallow: { to: [{ element: { type: 'feature', captured: { name: '!{{from.element.captured.name}}' } } }, parts('shell')] },
    message: 'A feature imports no other feature and not the shell: what two of them need belongs in ui/ or core/.',
  },
  {
    from: parts('shell', 'root'),
    disallow: { to: { element: { type: 'feature', fileInternalPath: '!*.routes.ts' } } },
    message: 'Of a feature others import its routes only: the rest of it loads when somebody goes there.',
  },
  {
    from: parts(...CLIENT.filter((type) => type !== 'realtime')),
    disallow: { to: packages('ngx-socket-io', 'socket.io-client') },
    message: 'Only core/realtime imports the socket libraries: everything else takes its typed observables.',
  },
];

/** For what is shipped: specs may use more, such as a real socket or a generator of inputs. */
const shipped = [
  {
    from: parts('contract'),
    disallow: { to: packagesExcept('valibot') },
    message: 'The contract stands on valibot alone: whatever else it imports, browser and server both carry.',
  },
  {
    from: parts(...SERVER),
    disallow: { to: parts('tools') },
    message: 'The server runs without our tools; its specs may use them.',
  },
  {
    from: parts('engine'),
    disallow: { to: [parts('live'), anyPackage] },
    message: 'The engine imports itself only: it must run in virtual time, without Angular, RxJS or a browser.',
  },
  {
    from: parts('live'),
    disallow: { to: packagesExcept('{@angular/core,@moien/live}') },
    message: 'The library stands on Angular alone: connection, API and session are handed to it.',
  },
  {
    from: parts('contract', 'server', ...CLIENT),
    disallow: { to: packages('socket.io', '@nestjs/platform-socket.io') },
    message: 'Only server/stream imports the socket server: whoever wants to tell something writes to the event log.',
  },
  {
    from: parts(...CLIENT, ...SERVER),
    disallow: { to: { file: { categories: 'spec' } } },
    message: 'What is made for specs stays in specs: it must not reach the product.',
  },
];

/** Everything but the product: specs and what is imported by specs only. */
export const SPECS = ['**/*.spec.ts', '**/*.type-test.ts', 'src/testing/**', 'server/testing/**', 'projects/live/simulation/**'];

const rule = (/** @type {object[]} */ policies) => ({ 'boundaries/dependencies': ['error', { default: 'allow', checkAllOrigins: true, policies }] });

/** ESLint's configuration of all that. */
export const importRules = [
  {
    files: ['**/*.ts'],
    plugins: { boundaries },
    settings: {
      'import/resolver': { node: { extensions: ['.ts'] } },
      'boundaries/elements': Object.entries(FOLDERS).map(([type, pattern]) => ({
        type,
        pattern,
        partialMatch: false,
        ...(type === 'feature' && { capture: ['name'] }),
      })),
      'boundaries/files': [{ category: 'spec', pattern: SPECS }],
      'boundaries/dependency-nodes': ['import', 'export', 'dynamic-import', 'require'],
    },
    rules: rule([...everywhere, ...shipped]),
  },
  // The templates within a spec's components are no modules.
  { files: SPECS, ignores: ['**/*.html'], rules: rule(everywhere) },
];
