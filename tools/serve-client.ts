// Serves the built client; the API is another process on another port.
//   PORT=4200 API_ORIGIN=https://api.example API_BASE=/v1 PUBLIC_HOST=admin.example HOST=0.0.0.0 npm run start:client
import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import * as v from 'valibot';
import { ApiBase, ApiOrigin } from '#contract/client-config';
import { clientApp } from './client/app';
import { CLIENT_ROOT } from './client/build';

const Settings = v.object({
  PORT: v.optional(v.pipe(v.string(), v.regex(/^\d{1,5}$/u, 'is a port number'), v.transform(Number), v.maxValue(65535)), '4200'),
  /** Unset: both loopback addresses, since browsers take `localhost` for either. */
  HOST: v.optional(v.pipe(v.string(), v.minLength(1))),
  API_ORIGIN: v.optional(ApiOrigin),
  API_BASE: ApiBase,
  PUBLIC_HOST: v.optional(v.pipe(v.string(), v.regex(/^[\w.-]+$/u, 'is a host name'))),
});

const settings = v.safeParse(Settings, process.env);
if (!settings.success) end(settings.issues.map((issue) => `${v.getDotPath(issue) ?? ''} ${issue.message}`).join('; '));
const { PORT, HOST, API_ORIGIN, API_BASE, PUBLIC_HOST } = settings.output;
const root = join(process.cwd(), CLIENT_ROOT);
if (!existsSync(join(root, 'index.html'))) end(`Nothing is built in ${CLIENT_ROOT}: npm run build`);

const app = clientApp({ root, apiOrigin: API_ORIGIN, apiBase: API_BASE, publicHost: PUBLIC_HOST });
const servers: Server[] = [];
const port = await listen(HOST ?? '127.0.0.1', PORT);
if (HOST === undefined) await listen('::1', port).catch(() => undefined); // Some machines have no IPv6.
console.log(`READY http://localhost:${String(port)}`);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, close);

/** @returns the port, which the system chooses when 0 is asked for. */
function listen(host: string, onPort: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer(app);
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') end(`Port ${String(onPort)} is in use: end what runs there, or set PORT.`);
      reject(error);
    });
    server.listen(onPort, host, () => {
      servers.push(server);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : onPort);
    });
  });
}

function close(): void {
  for (const server of servers) {
    server.close();
    server.closeAllConnections();
  }
}

function end(why: string): never {
  console.error(why);
  process.exit(1);
}
