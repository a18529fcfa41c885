import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';

/**
 * How long a connection waits for its next request, in milliseconds. Longer than what stands in front keeps it (nginx and
 * load balancers a minute, Caddy two): that would ask by a connection which is being closed, and answer 502.
 */
const IDLE_MS = 130_000;

/** Keeps connections for the next request; once the server ends, each goes with the answer under way. */
export function keepAlive(application: NestExpressApplication): void {
  const server = application.getHttpServer();
  server.keepAliveTimeout = IDLE_MS;
  application.use((_request: Request, response: Response, next: NextFunction) => {
    if (!server.listening) response.setHeader('Connection', 'close');
    // Its head may have promised otherwise before the end began. Idle is what Node knows only after this.
    response.once('finish', () => server.listening || setImmediate(() => server.closeIdleConnections()));
    next();
  });
}
