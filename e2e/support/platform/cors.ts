import type { RequestHandler } from 'express';
import type { Settings } from './options';

const LIMIT_HEADERS = 'X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset, Retry-After';

/** Answers browsers of the listed origins, by exact match. Credentials are named nowhere. */
export function cors(settings: Settings): RequestHandler {
  return (request, response, next) => {
    const { origin } = request.headers;
    response.vary('Origin');
    if (origin !== undefined && settings.now.origins.includes(origin)) {
      response.setHeader('Access-Control-Allow-Origin', origin);
      response.setHeader('Access-Control-Expose-Headers', LIMIT_HEADERS);
      if (request.method === 'OPTIONS') {
        response.setHeader('Access-Control-Allow-Methods', 'GET,HEAD,PUT,PATCH,POST,DELETE');
        response.setHeader('Access-Control-Allow-Headers', 'Content-Type, Authorization');
      }
    }
    if (request.method === 'OPTIONS') response.status(204).end();
    else next();
  };
}
