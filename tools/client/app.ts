import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import compression from 'compression';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import { securityHeaders } from './security-headers';

export interface ClientAppOptions {
  /** The folder that `ng build` wrote: `index.html` and what it needs. */
  readonly root: string;
  /** Where the browser finds the API; by default port 3000 of whatever host the page was asked from. */
  readonly apiOrigin?: string | undefined;
  /** A host name to answer to besides the loopback ones. */
  readonly publicHost?: string | undefined;
}

/** `chunk-Cktu_U-I.js`: the build puts a hash of the content into these names, so the content under a name never changes. */
const HASHED = /-[\w-]{8}\.(?:js|css|woff2)$/u;
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** The web server for the built client: `index.html` with a fresh nonce under a strict policy, and its assets. */
export function clientApp({ root, apiOrigin, publicHost }: ClientAppOptions): Express {
  const hosts = new Set(publicHost === undefined ? LOOPBACK : [...LOOPBACK, publicHost.toLowerCase()]);
  const app = express();
  app.set('env', 'production'); // Errors go out without a stack.
  app.use((request, response, next) => {
    const host = hostName(request);
    // The page is told where its API is from the host it was asked for, so that host must be one of ours.
    if (host === undefined || !hosts.has(host)) {
      response.status(421).type('text').send('This server does not answer to that host name.');
      return;
    }
    response.locals['nonce'] = randomBytes(16).toString('base64');
    response.locals['apiOrigin'] = apiOrigin ?? `http://${host}:3000`;
    next();
  });
  app.use(securityHeaders());
  app.use(compression());
  // As it was built, index.html has no nonce: it only goes out by the page's own handler.
  app.get('/index.html', (_request, response) => {
    response.redirect('/');
  });
  app.use(express.static(root, { index: false, setHeaders: setCacheControl }));
  app.get(/.*/u, sendPage(root));
  app.use((_request: Request, response: Response) => {
    response.status(404).type('text').send('Not found');
  });
  return app;
}

function setCacheControl(response: Response, path: string): void {
  response.setHeader('Cache-Control', HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
}

/** Answers a navigation to any of the application's addresses; a missing script or image stays missing. */
function sendPage(root: string) {
  return async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    const destination = request.get('Sec-Fetch-Dest') ?? 'document';
    // `/` also answers a page that asks, without navigating, whether it is still the newest.
    const isPage = destination === 'document' || request.path === '/';
    if (extname(request.path) !== '' || !isPage || !request.accepts('html')) {
      next();
      return;
    }
    const { nonce, apiOrigin } = response.locals as { nonce: string; apiOrigin: string };
    const html = await readFile(join(root, 'index.html'), 'utf8');
    response.setHeader('Cache-Control', 'no-store');
    response.type('html').send(html.replaceAll('__NONCE__', nonce).replaceAll('__API_ORIGIN__', apiOrigin));
  };
}

/** The Host header without its port, in lower case; undefined when there is none. */
function hostName(request: Request): string | undefined {
  return request.headers.host?.replace(/:\d+$/u, '').toLowerCase();
}
