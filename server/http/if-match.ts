import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { ApiException } from './api-exception';

/** The version of a row that the caller saw, as `If-Match` names it, with or without quotes; undefined where any version will do. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): string | undefined => {
  const header = context.switchToHttp().getRequest<Request>().get('If-Match')?.trim();
  return header === undefined || header === '*' ? undefined : header.replace(/^(?:W\/)?"(.*)"$/u, '$1');
});

/**
 * To be asked with the row locked, before the action looks at anything else.
 *
 * @param seen what {@link IfMatch} says that the caller saw.
 * @param tag what the row would be called now, as the contract quotes it.
 * @throws ApiException STALE, with the row as it is `now`.
 */
export function refuseStale(seen: string | undefined, tag: string, now: unknown): void {
  if (seen !== undefined && `"${seen}"` !== tag) throw new ApiException('STALE', 'This was changed meanwhile', { current: now });
}
