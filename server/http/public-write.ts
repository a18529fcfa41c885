import { SetMetadata, type CustomDecorator, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';

const PUBLIC_WRITE = Symbol('public write');

/** Marks routes by which anyone may leave something with us: one address may do so less often than it may ask. */
export const PublicWrite = (): CustomDecorator<symbol> => SetMetadata(PUBLIC_WRITE, true);

/** Whether a request goes to such a route. */
export function isPublicWrite(context: ExecutionContext): boolean {
  return new Reflector().getAllAndOverride<boolean | undefined>(PUBLIC_WRITE, [context.getHandler(), context.getClass()]) === true;
}
