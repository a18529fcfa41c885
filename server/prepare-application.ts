import type { INestApplication } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { ErrorRequestHandler, NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import { Clock } from './clock/clock';
import { CONFIG, type Config } from './config/config';
import { ApiException } from './http/api-exception';
import { EXPOSED_HEADERS } from './http/error-answer';
import { ErrorFilter } from './http/error.filter';
import { keepAlive } from './http/keep-alive';
import { serveApiDocs } from './http/open-api';
import { requestId } from './http/request-id';
import { StreamIoAdapter } from './stream/stream-io-adapter';

/** How long a browser need not ask again whether it may ask. */
const PREFLIGHT_SECONDS = 600;

/** Gives an application all that is not in its modules, and initialises it. Specs do the same with theirs. */
export async function prepareApplication(application: NestExpressApplication): Promise<NestExpressApplication> {
  const clock = application.get(Clock);
  const { corsOrigins } = application.get<Config>(CONFIG);
  keepAlive(application);
  application.use(requestId);
  // `upgrade-insecure-requests` would break the docs page on plain HTTP anywhere but on localhost.
  application.use(helmet({ contentSecurityPolicy: { directives: { upgradeInsecureRequests: null } } }));
  application.use((_request: Request, response: Response, next: NextFunction) => {
    response.setHeader('Cache-Control', 'no-store');
    // By the clock that everything else is told by: clients learn from it how far theirs is off.
    response.setHeader('Date', clock.now().toUTCString());
    next();
  });
  application.enableCors({ origin: [...corsOrigins], credentials: true, exposedHeaders: EXPOSED_HEADERS, maxAge: PREFLIGHT_SECONDS });
  application.disable('etag');
  application.setGlobalPrefix('api/v1', { exclude: ['uploads/:name'] });
  application.useWebSocketAdapter(new StreamIoAdapter(application, corsOrigins));
  serveApiDocs(application);
  await application.init();
  answerEverythingElse(application);
  return application;
}

/** Nest answers errors below its prefix only. */
function answerEverythingElse(application: INestApplication): void {
  const filter = new ErrorFilter();
  application.use((request: Request, response: Response) => filter.answer(new ApiException('NOT_FOUND', 'There is nothing here'), request, response));
  const answerError: ErrorRequestHandler = (error: unknown, request, response, next) => {
    // Too late to answer: Express ends the connection.
    if (response.headersSent) next(error);
    else filter.answer(error, request, response);
  };
  application.use(answerError);
}
