import { type HttpRequest, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { createEnvironmentInjector, EnvironmentInjector, type EnvironmentProviders, type Provider, type ProviderToken } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { AdminStaff } from '#contract/admin-staff';
import { ERROR_STATUS, type ErrorCode } from '#contract/errors';
import { ApiClient } from '../app/core/api/api-client';
import { API_ORIGIN } from '../app/core/api/api-address';
import { ApiUpload } from '../app/core/api/api-upload';
import { AuthApi } from '../app/core/session/auth-api';
import { bearer } from '../app/core/session/bearer';
import { RefreshLease } from '../app/core/session/refresh-lease';
import { RefreshLock } from '../app/core/session/refresh-lock';
import { Remembered } from '../app/core/session/remembered';
import { Session } from '../app/core/session/session';
import { SessionTabs } from '../app/core/session/session-tabs';
import { eventually } from './eventually';
import { anAdmin } from './people';
import { referenceServer } from './reference-server';
import { TEST_ORIGIN } from './test-origin';

export { TEST_ORIGIN };

// The storage is the browser's real one: what a session leaves there is not for the next spec, which would resume it and wait for an answer.
afterEach(() => {
  for (const key of ['moien.signed-in', 'moien.refresh-attempt']) localStorage.removeItem(key);
  sessionStorage.removeItem('moien.refresh-token');
});

/** A tab of the browser: its own session and requests, while storage, locks and messages between tabs are the browser's real ones. */
export class Tab {
  private readonly injector: EnvironmentInjector;
  readonly session: Session;
  readonly server: HttpTestingController;

  constructor(...providers: (Provider | EnvironmentProviders)[]) {
    this.injector = createEnvironmentInjector(
      [
        provideHttpClient(withInterceptors([bearer])),
        provideHttpClientTesting(),
        { provide: API_ORIGIN, useValue: TEST_ORIGIN },
        referenceServer(),
        ApiClient,
        ApiUpload,
        AuthApi,
        RefreshLease,
        RefreshLock,
        Remembered,
        SessionTabs,
        Session,
        ...providers,
      ],
      TestBed.inject(EnvironmentInjector),
    );
    this.session = this.injector.get(Session);
    this.server = this.injector.get(HttpTestingController);
  }

  get<T>(token: ProviderToken<T>): T {
    return this.injector.get(token);
  }

  /** Waits for a request to this path below `/api/v1`. */
  request(path: string): Promise<TestRequest> {
    // Whatever matches is taken out of the controller's hands, so no more than one may.
    const firstOf = () => {
      let found = false;
      return ({ url }: HttpRequest<unknown>) => !found && (found = url === `${TEST_ORIGIN}/api/v1${path}`);
    };
    return eventually(() => this.server.match(firstOf())[0]);
  }

  /** Waits for a request, and answers it. */
  async answer(path: string, body: object): Promise<TestRequest> {
    const request = await this.request(path);
    request.flush(body);
    return request;
  }

  /** Waits for a request, and refuses it as our server does. */
  async refuse(path: string, code: ErrorCode, status: number = ERROR_STATUS[code]): Promise<TestRequest> {
    const request = await this.request(path);
    request.flush(refusal(code, status), { status, statusText: code });
    return request;
  }

  /** Waits for a request, and leaves it without an answer as a broken network does. */
  async lose(path: string): Promise<void> {
    (await this.request(path)).error(new ProgressEvent('error'));
  }

  /** Lets a refresh succeed. */
  async grantRefresh(token: string, admin: AdminStaff = anAdmin(), tokens: object = {}): Promise<TestRequest> {
    const refresh = await this.answer('/auth/admin/refresh', { ok: true, tokens: { accessToken: token, expiresIn: 900, ...tokens } });
    await this.answer('/auth/me', { kind: 'admin', user: admin, sessionId: admin.id });
    return refresh;
  }

  async signIn(token: string, admin: AdminStaff = anAdmin(), tokens: object = {}): Promise<TestRequest> {
    const signedIn = this.session.signIn(admin.email, 'a password of hers');
    const login = await this.answer('/auth/admin/login', { ok: true, user: admin, tokens: { accessToken: token, expiresIn: 900, ...tokens } });
    await signedIn;
    return login;
  }

  close(): void {
    this.injector.destroy();
  }
}

export function refusal(code: ErrorCode, status: number = ERROR_STATUS[code]): object {
  return { statusCode: status, code, message: `${code} in words`, requestId: 'r-1' };
}
