import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import { REQUEST_ID_HEADER } from './error-answer';

const GIVEN = /^[\w-]{8,64}$/u;

/** Gives each request an id before anything can fail; the log uses the same. A caller that traces its requests sends its own. */
export function requestId(request: Request, response: Response, next: NextFunction): void {
  const given = request.get(REQUEST_ID_HEADER) ?? '';
  request.id = GIVEN.test(given) ? given : randomUUID();
  response.setHeader(REQUEST_ID_HEADER, requestIdOf(request));
  next();
}

/** @returns what {@link requestId} gave. */
export function requestIdOf(request: Request): string {
  return request.id as string;
}
