import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Params } from 'nestjs-pino';
import type { Config } from '../config/config';

const INFO = 30;
/** What the framework tells of its own start. */
const CHATTER = new Set<unknown>(['NestFactory', 'NestApplication', 'InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'WebSocketsController']);

/** One line a request: no headers, no bodies, no query strings. Tokens, passwords and what people search for stay out of the log. */
export function logging({ logLevel }: Config): Params {
  return {
    pinoHttp: {
      level: logLevel,
      ...(process.stdout.isTTY && { transport: { target: 'pino-pretty', options: { singleLine: true, ignore: 'pid,hostname' } } }),
      quietReqLogger: true,
      hooks: {
        logMethod(args, log, level) {
          const [first] = args as [unknown];
          const isChatter = level <= INFO && typeof first === 'object' && first !== null && 'context' in first && CHATTER.has(first.context);
          if (!isChatter) log.apply(this, args);
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
