import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';

/** The version of a row that the caller saw, as `If-Match` names it, with or without quotes; undefined where any version will do. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): string | undefined => {
  const header = context.switchToHttp().getRequest<Request>().get('If-Match')?.trim();
  return header === undefined || header === '*' ? undefined : header.replace(/^(?:W\/)?"(.*)"$/u, '$1');
});
