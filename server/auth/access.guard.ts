import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiException } from '../http/api-exception';
import { ACCESS_RULE, permits, type AccessRule, type AuthenticatedRequest } from './access';
import { Authenticator } from './authenticator';

/** Lets a request through by its route's {@link AccessRule}, and attaches the account that is asking. A route without a rule is closed. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authenticator: Authenticator,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    // Sockets are let in or refused at their handshake, and clients send nothing afterwards.
    if (context.getType() !== 'http') return true;
    const rule = this.reflector.getAllAndOverride<AccessRule | undefined>(ACCESS_RULE, [context.getHandler(), context.getClass()]);
    if (rule === undefined) throw new ApiException('FORBIDDEN', 'Nobody may call this');
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const token = bearerToken(request.headers.authorization);
    if (rule.who === 'anyone' && !(rule.readsToken && token !== undefined)) return true;
    if (token === undefined) throw new ApiException('UNAUTHENTICATED', 'Sign in first');
    const { account } = await this.authenticator.admit(token);
    if (!permits(rule, account, request.params)) throw new ApiException('FORBIDDEN', 'This account may not do that');
    request.account = account;
    return true;
  }
}

function bearerToken(header: string | undefined): string | undefined {
  return /^Bearer +(\S+)$/iu.exec(header ?? '')?.[1];
}
