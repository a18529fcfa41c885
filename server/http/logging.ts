import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Params } from 'nestjs-pino';
import type { Config } from '../config/config';
import { loggableError } from './loggable-error';

/** What the framework tells of its own start; what fails there, main.ts tells. */
const CHATTER = new Set<unknown>([
  'NestFactory',
  'NestApplication',
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'WebSocketsController',
  'ExceptionHandler',
]);

/** One line a request: no headers, no bodies, no query strings. Tokens, passwords and what people search for stay out of the log. */
export function logging({ logLevel }: Config): Params {
  return {
    pinoHttp: {
      level: logLevel,
      ...(process.stdout.isTTY && { transport: { target: 'pino-pretty', options: { singleLine: true, ignore: 'pid,hostname' } } }),
      quietReqLogger: true,
      hooks: {
        logMethod(args, log) {
          const [first, ...rest] = args as unknown as [{ readonly context?: unknown; readonly err?: unknown }, ...unknown[]];
          if (CHATTER.has(first.context)) return;
          const said = first.err instanceof Error ? [{ ...first, err: loggableError(first.err) }, ...rest] : args;
          log.apply(this, said as typeof args);
        },
      },
      customLogLevel: ({ method }: IncomingMessage, { statusCode }: ServerResponse) => (statusCode >= 500 ? 'error' : method === 'GET' ? 'debug' : 'info'),
      serializers: {
        req: ({ id, method, url }: { id: string; method: string; url: string }) => ({ id, method, path: url.split('?')[0] }),
        res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
      },
    },
  };
}
