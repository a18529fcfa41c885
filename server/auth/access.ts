import { createParamDecorator, SetMetadata, type CustomDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { Account } from './account';

/** Who may call a route. One without a rule is closed to everyone: forgetting a decorator must not open anything. */
export type AccessRule =
  | { readonly who: 'anyone'; readonly readsToken: boolean }
  | { readonly who: 'account' }
  | { readonly who: 'admin' }
  | { readonly who: 'self'; readonly param: string }
  | { readonly who: 'admin-or-self'; readonly param: string };

export const ACCESS_RULE = Symbol('access rule');
type AccessDecorator = CustomDecorator<symbol>;
const allow = (rule: AccessRule): AccessDecorator => SetMetadata(ACCESS_RULE, rule);

/** Anyone, whatever token comes along. */
export const Public = (): AccessDecorator => allow({ who: 'anyone', readsToken: false });
/** Anyone; a token that comes along must be good, and says who is asking. */
export const PublicOrSignedIn = (): AccessDecorator => allow({ who: 'anyone', readsToken: true });
/** Any account that is signed in. */
export const SignedIn = (): AccessDecorator => allow({ who: 'account' });
/** Admins only. */
export const AdminOnly = (): AccessDecorator => allow({ who: 'admin' });
/** The user whose id is the route's parameter `param`, and nobody else. */
export const SelfOnly = (param: string): AccessDecorator => allow({ who: 'self', param });
/** An admin, or the user whose id is the route's parameter `param`. */
export const AdminOrSelf = (param: string): AccessDecorator => allow({ who: 'admin-or-self', param });

/** Whether `account` passes `rule` on a route with these parameters. */
export function permits(rule: AccessRule, account: Account, params: Request['params']): boolean {
  const isAdmin = account.kind === 'admin';
  switch (rule.who) {
    case 'anyone':
    case 'account':
      return true;
    case 'admin':
      return isAdmin;
    case 'self':
      return !isAdmin && account.id === params[rule.param];
    case 'admin-or-self':
      return isAdmin || account.id === params[rule.param];
  }
}

/** A request that the guard let through; `account` is undefined on public routes only. */
export interface AuthenticatedRequest extends Request {
  account?: Account;
}

/** The account that is asking; undefined only on public routes. */
export const CurrentAccount = createParamDecorator(
  (_: unknown, context: ExecutionContext): Account | undefined => context.switchToHttp().getRequest<AuthenticatedRequest>().account,
);
