import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import type { INestApplication } from '@nestjs/common';
import type { Config } from '../config/config';
import { StartupError } from '../config/startup-error';

/**
 * Starts to listen. For browsers `localhost` may be 127.0.0.1 or ::1, while a server listens on one address: connections to
 * ::1 are handed to the server of 127.0.0.1. Neither can be reached from other machines.
 *
 * @returns the port.
 * @throws StartupError when it is taken.
 */
export async function listen(application: INestApplication, { host, port }: Pick<Config, 'host' | 'port'>): Promise<number> {
  const server = application.getHttpServer() as Server;
  await application.listen(port, host === 'localhost' ? '127.0.0.1' : host).catch((error: unknown) => {
    throw refusal(error, port);
  });
  const address = server.address();
  const taken = typeof address === 'object' && address !== null ? address.port : port;
  if (host === 'localhost') await listenOnIpv6(server, taken);
  return taken;
}

async function listenOnIpv6(server: Server, port: number): Promise<void> {
  const twin = createServer((socket: Socket) => server.emit('connection', socket));
  twin.listen(port, '::1');
  await once(twin, 'listening').catch((error: unknown) => {
    // A machine without IPv6 needs no twin.
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') throw refusal(error, port);
  });
  server.once('close', () => twin.close());
}

function refusal<TError>(error: TError, port: number): TError | StartupError {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return new StartupError(`Port ${String(port)} is in use. Stop what listens there, or choose another with PORT.`);
  if (code === 'EACCES') return new StartupError(`Port ${String(port)} may not be used by this account. Choose one above 1023 with PORT.`);
  return error;
}
