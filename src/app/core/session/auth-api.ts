import { inject, Service } from '@angular/core';
import { AdminLoginAnswer, Me, REFRESH_TRANSPORT_HEADER, RefreshAnswer, type Tokens } from '#contract/auth';
import { Ok } from '#contract/primitives';
import { firstValueFrom, map, type Observable } from 'rxjs';
import type * as v from 'valibot';
import { ApiClient, type ApiRequest } from '../api/api-client';
import { ApiError } from '../api/api-error';
import type { Access } from './access';
import { anonymous } from './anonymous';
import { Remembered } from './remembered';

/** REST of the admin's own session. The refresh token travels in a cookie, with a server that knows how. Failures are `ApiError`s. */
@Service()
export class AuthApi {
  private readonly api = inject(ApiClient);
  private readonly remembered = inject(Remembered);

  async login(email: string, password: string): Promise<Access> {
    const { user, tokens } = await firstValueFrom(this.post('/auth/admin/login', AdminLoginAnswer, { email, password }));
    return accessOf(user, tokens);
  }

  /** Rotates the refresh token, and asks anew who one is: another tab may have signed in as someone else. */
  async refresh(): Promise<Access> {
    const body = { refreshToken: this.remembered.refreshToken(), attempt: this.remembered.refreshAttempt() };
    const { tokens } = await firstValueFrom(this.post('/auth/admin/refresh', RefreshAnswer, body));
    // The old one is spent, whatever becomes of the next request.
    this.remembered.keep(tokens.refreshToken);
    const headers = { Authorization: `Bearer ${tokens.accessToken}` };
    const { body: me } = await firstValueFrom(this.api.request('GET', '/auth/me', Me, { headers, context: anonymous() }));
    if (me.kind !== 'admin') throw new ApiError({ status: 403, code: 'FORBIDDEN' });
    return accessOf(me.user, tokens);
  }

  /** @param refreshToken undefined when the cookie carries it. */
  async logout(refreshToken: string | undefined): Promise<void> {
    await firstValueFrom(this.post('/auth/admin/logout', Ok, { refreshToken }));
  }

  private post<TSchema extends v.GenericSchema>(path: string, schema: TSchema, body: object): Observable<v.InferOutput<TSchema>> {
    const request: ApiRequest = { body, headers: { [REFRESH_TRANSPORT_HEADER]: 'cookie' }, credentials: 'include', context: anonymous() };
    return this.api.request('POST', path, schema, request).pipe(map((answer) => answer.body));
  }
}

function accessOf(admin: Access['admin'], { accessToken, refreshToken, expiresIn }: Tokens): Access {
  return { admin, token: accessToken, expiresAt: Date.now() + expiresIn * 1000, ...(refreshToken === undefined ? {} : { refreshToken }) };
}
