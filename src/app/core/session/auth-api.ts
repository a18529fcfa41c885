import { inject, Service } from '@angular/core';
import { Me, REFRESH_TRANSPORT_HEADER } from '#contract/auth';
import { firstValueFrom, map } from 'rxjs';
import * as v from 'valibot';
import { anonymous } from '../api/anonymous';
import { ApiClient, type ApiRequest } from '../api/api-client';
import { ApiError, toApiError } from '../api/api-error';
import { Server } from '../api/server';
import type { Access } from './access';
import { AdminAccount } from './account';
import { Remembered } from './remembered';

/** The documented lifetime of an access token, in seconds, for an answer that does not tell it. */
const LIFETIME_SECONDS = 900;
const Tokens = v.object({
  accessToken: v.pipe(v.string(), v.minLength(1)),
  refreshToken: v.optional(v.string()),
  expiresIn: v.optional(v.fallback(v.pipe(v.number(), v.minValue(1)), LIFETIME_SECONDS), LIFETIME_SECONDS),
});
type Tokens = v.InferOutput<typeof Tokens>;
const SignedIn = v.object({ user: AdminAccount, tokens: Tokens });
const Refreshed = v.object({ tokens: Tokens });

/**
 * REST of the admin's own session, in both dialects. A server with `refresh-cookie` keeps the
 * refresh token in a cookie. The documented platform takes it in the body, refuses every field it
 * does not know, and may forbid credentials: it gets exactly what its documents name.
 * Failures are `ApiError`s.
 */
@Service()
export class AuthApi {
  private readonly api = inject(ApiClient);
  private readonly server = inject(Server);
  private readonly remembered = inject(Remembered);

  async login(email: string, password: string): Promise<Access> {
    const { user, tokens } = await this.post('/auth/admin/login', SignedIn, { email, password }).catch((error: unknown) => {
      throw asWrongPassword(toApiError(error));
    });
    return accessOf(user, tokens);
  }

  /** Whether this tab has something to refresh the session with. Rejects while the server cannot be asked. */
  async canRefresh(): Promise<boolean> {
    await this.server.known();
    return this.server.can('refresh-cookie') || this.remembered.refreshToken() !== undefined;
  }

  /** Rotates the refresh token. */
  async refresh(): Promise<Access> {
    return (await this.hasCookie()) ? this.refreshByCookie() : this.refreshByBody();
  }

  /** @param refreshToken undefined when the cookie carries it. */
  async logout(refreshToken: string | undefined): Promise<void> {
    await this.post('/auth/admin/logout', v.unknown(), { refreshToken });
  }

  /** Asks anew who one is: another tab may have signed in as someone else. */
  private async refreshByCookie(): Promise<Access> {
    const body = { refreshToken: this.remembered.refreshToken(), attempt: this.remembered.refreshAttempt() };
    const { tokens } = await this.post('/auth/admin/refresh', Refreshed, body);
    // The old one is spent, whatever becomes of the next request.
    this.remembered.keep(tokens.refreshToken);
    const headers = { Authorization: `Bearer ${tokens.accessToken}` };
    const { body: me } = await firstValueFrom(this.api.request('GET', '/auth/me', Me, { headers, context: anonymous() }));
    if (me.kind !== 'admin') throw new ApiError({ status: 403, code: 'FORBIDDEN' });
    return accessOf(me.user, tokens);
  }

  /** The account is the one that signed in here: `/auth/me` answers differently from server to server. */
  private async refreshByBody(): Promise<Access> {
    const [refreshToken, account] = [this.remembered.refreshToken(), this.remembered.account()];
    if (refreshToken === undefined || account === undefined) throw new ApiError({ status: 401, code: 'UNAUTHENTICATED' });
    const { tokens } = await this.post('/auth/admin/refresh', Refreshed, { refreshToken });
    return accessOf(account, { refreshToken, ...tokens });
  }

  private async hasCookie(): Promise<boolean> {
    await this.server.known();
    return this.server.can('refresh-cookie');
  }

  private async post<TSchema extends v.GenericSchema>(path: string, schema: TSchema, body: object): Promise<v.InferOutput<TSchema>> {
    const request: ApiRequest = (await this.hasCookie())
      ? { body, headers: { [REFRESH_TRANSPORT_HEADER]: 'cookie' }, credentials: 'include', context: anonymous() }
      : { body, context: anonymous() };
    return firstValueFrom(this.api.request('POST', path, schema, request).pipe(map((answer) => answer.body)));
  }
}

/** The documented platform refuses a wrong password by 401 with some sentence: at sign-in nothing else can be meant. */
function asWrongPassword(error: ApiError): ApiError {
  return error.code === 'UNAUTHENTICATED' ? new ApiError({ status: 401, code: 'INVALID_CREDENTIALS', message: error.message }) : error;
}

function accessOf(admin: Access['admin'], { accessToken, refreshToken, expiresIn }: Tokens): Access {
  return { admin, token: accessToken, expiresAt: Date.now() + expiresIn * 1000, ...(refreshToken === undefined ? {} : { refreshToken }) };
}
