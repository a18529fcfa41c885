import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import compression from 'compression';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import type { ClientConfig } from '#contract/client-config';
import { inlineScriptHashes } from './inline-scripts';
import { securityHeaders } from './security-headers';

export interface ClientAppOptions {
  /** The folder that `ng build` wrote: `index.html` and what it needs. */
  readonly root: string;
  /** Where the browser finds the API; by default port 3000 of whatever host the page was asked from. */
  readonly apiOrigin?: string | undefined;
  /** The path that the API is below. */
  readonly apiBase?: string | undefined;
  /** A host name to answer to besides the loopback ones. */
  readonly publicHost?: string | undefined;
}

/** `chunk-Cktu_U-I.js`: the build puts a hash of the content into these names, so the content under a name never changes. */
const HASHED = /-[\w-]{8}\.(?:js|css|woff2)$/u;
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** The web server for the built client: `index.html` under a strict policy, its assets, and where the API is. */
export function clientApp({ root, apiOrigin, apiBase = '/api/v1', publicHost }: ClientAppOptions): Express {
  const hosts = new Set(publicHost === undefined ? LOOPBACK : [...LOOPBACK, publicHost.toLowerCase()]);
  const app = express();
  app.set('env', 'production'); // Errors go out without a stack.
  app.disable('x-powered-by');
  app.use(async (request, response, next) => {
    const host = hostName(request);
    // The page is told where its API is from the host it was asked for, so that host must be one of ours.
    if (host === undefined || !hosts.has(host)) {
      response.status(421).type('text').send('This server does not answer to that host name.');
      return;
    }
    const config: ClientConfig = { apiOrigin: apiOrigin ?? `http://${host}:3000`, apiBase };
    const page = await readFile(join(root, 'index.html'), 'utf8');
    response.locals = { config, page };
    response.setHeaders(
      securityHeaders({ inlineScripts: inlineScriptHashes(page), apiOrigin: config.apiOrigin, apiSocket: config.apiOrigin.replace(/^http/u, 'ws') }),
    );
    next();
  });
  app.use(compression());
  app.get('/config.json', (_request, response) => {
    response.setHeader('Cache-Control', 'no-cache').json(response.locals['config']);
  });
  app.get('/index.html', (_request, response) => {
    response.redirect('/');
  });
  app.use(express.static(root, { index: false, setHeaders: setCacheControl }));
  app.get(/.*/u, sendPage);
  app.use((_request: Request, response: Response) => {
    response.status(404).type('text').send('Not found');
  });
  return app;
}

function setCacheControl(response: Response, path: string): void {
  response.setHeader('Cache-Control', HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
}

/** Answers a navigation to any of the application's addresses; a missing script or image stays missing. */
function sendPage(request: Request, response: Response, next: NextFunction): void {
  const destination = request.get('Sec-Fetch-Dest') ?? 'document';
  // `/` also answers a page that asks, without navigating, whether it is still the newest.
  const isPage = destination === 'document' || request.path === '/';
  if (extname(request.path) !== '' || !isPage || !request.accepts('html')) {
    next();
    return;
  }
  response.setHeader('Cache-Control', 'no-store').type('html').send(response.locals['page']);
}

/** The Host header without its port, in lower case; undefined when there is none. */
function hostName(request: Request): string | undefined {
  return request.headers.host?.replace(/:\d+$/u, '').toLowerCase();
}
