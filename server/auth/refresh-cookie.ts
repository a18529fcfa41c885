import { Inject, Injectable } from '@nestjs/common';
import type { CookieOptions, Request, Response } from 'express';
import { REFRESH_TRANSPORT_HEADER } from '#contract/auth';
import { CONFIG, type Config } from '../config/config';
import { SESSION_IDLE_MS } from './sessions';

const NAME = 'moien_admin_refresh';

/**
 * The refresh token as a cookie that no script can read, for clients that ask for it by `X-Refresh-Transport: cookie`.
 *
 * Against forged requests: the cookie is `SameSite=Strict`, and only read where that header is sent, which no form can send
 * and which a script elsewhere may send only if our CORS list has its origin.
 */
@Injectable()
export class RefreshCookie {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Whether the caller wants the cookie. */
  isWanted(request: Request): boolean {
    return request.get(REFRESH_TRANSPORT_HEADER) === 'cookie';
  }

  /** @returns the token the browser sent along. */
  read(request: Request): string | undefined {
    const cookies = request.cookies as Readonly<Record<string, unknown>>;
    const token = cookies[NAME];
    return typeof token === 'string' ? token : undefined;
  }

  write(response: Response, refreshToken: string): void {
    response.cookie(NAME, refreshToken, { ...this.scope(), maxAge: SESSION_IDLE_MS });
  }

  clear(response: Response): void {
    response.clearCookie(NAME, this.scope());
  }

  private scope(): CookieOptions {
    return { httpOnly: true, sameSite: 'strict', path: '/api/v1/auth/admin', secure: this.config.publicUrl.startsWith('https:') };
  }
}
