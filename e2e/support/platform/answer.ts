import type { Response } from 'express';
import { PROXY_PAGE, spoil } from './bad-input';
import type { PlatformOptions } from './options';
import { errorBody, Refusal } from './refusal';

/** Sends what a handler answered, in the shape that is set. @param endpoint as `badInput` names it. */
export function sendAnswer(response: Response, endpoint: string, status: number, answer: unknown, options: PlatformOptions): void {
  const how = options.badInput[endpoint];
  if (how === 'html' || how === 'html-502') {
    response.status(how === 'html' ? 200 : 502).type('html');
    response.send(PROXY_PAGE);
    return;
  }
  if (how === 'empty') {
    response.status(status).end();
    return;
  }
  const told = options.unknownFields ? withUnknownFields(answer) : answer;
  const spoilt = how === undefined ? told : spoil(told, how);
  response.status(status).json(options.envelope ? { success: true, data: spoilt } : spoilt);
}

/** Sends why a request was refused. */
export function sendRefusal(response: Response, refusal: Refusal, options: PlatformOptions): void {
  response.status(refusal.status).json(errorBody(refusal, options));
}

function withUnknownFields(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withUnknownFields);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, inner]) => [name, withUnknownFields(inner)]);
  return { ...Object.fromEntries(entries), tenant: 'lu', __v: 3 };
}
