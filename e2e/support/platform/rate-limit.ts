import type { Request, RequestHandler } from 'express';
import { sendRefusal } from './answer';
import type { Limits, Settings } from './options';
import { Refusal } from './refusal';

interface Window {
  readonly endsAt: number;
  count: number;
}

/** Refuses an address that asks too often, and tells each how much is left. */
export function rateLimit(settings: Settings): RequestHandler {
  const windows = new Map<string, Window>();
  /** Counts a request. @returns the window that it falls into. */
  const count = (key: string, { windowMs }: Limits): Window => {
    let window = windows.get(key);
    if (window === undefined || window.endsAt <= Date.now()) windows.set(key, (window = { endsAt: Date.now() + windowMs, count: 0 }));
    window.count++;
    return window;
  };
  return (request, response, next) => {
    const { limits, resetAs, retryAfter, base } = settings.now;
    if (limits === 'off') {
      next();
      return;
    }
    const address = request.socket.remoteAddress ?? '';
    const all = { window: count(`all ${address}`, limits), limit: limits.total };
    const auth = isAuth(request, base) && { window: count(`auth ${address}`, limits), limit: limits.auth };
    const { window, limit } = auth !== false && all.window.count <= all.limit ? auth : all;
    const seconds = Math.ceil((window.endsAt - Date.now()) / 1000);
    response.setHeader('X-RateLimit-Limit', limit);
    response.setHeader('X-RateLimit-Remaining', Math.max(0, limit - window.count));
    response.setHeader('X-RateLimit-Reset', resetAs === 'epoch' ? Math.ceil(window.endsAt / 1000) : seconds);
    if (window.count <= limit) {
      next();
      return;
    }
    if (retryAfter) response.setHeader('Retry-After', seconds);
    sendRefusal(response, new Refusal(429, 'ThrottlerException: Too Many Requests'), settings.now);
  };
}

function isAuth({ path }: Request, base: string): boolean {
  return path.startsWith(`${base}/auth/`);
}
