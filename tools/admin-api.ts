import * as v from 'valibot';
import { AdminLoginAnswer, RefreshAnswer, type Tokens } from '#contract/auth';
import { ErrorBody } from '#contract/errors';

/** A request that the server refused, with the code it gave. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(`${String(status)} ${code}: ${message}`);
  }
}

/** Acts as an admin, in the words of our REST API. */
export interface AdminApi {
  /** Sends JSON, or a form as it is, and takes JSON. @throws ApiError */
  request(method: string, path: string, body?: unknown): Promise<unknown>;
  signOut(): Promise<void>;
}

export const AdminApi = {
  /** @throws ApiError when the server refuses the sign-in. */
  async signIn(origin: string, email: string, password: string): Promise<AdminApi> {
    const { tokens } = v.parse(AdminLoginAnswer, await send(origin, 'POST', '/auth/admin/login', { email, password }));
    return new RestSession(origin, tokens);
  },
};

/** One admin's REST session, as any client outside a browser has it. */
class RestSession implements AdminApi {
  constructor(
    private readonly origin: string,
    private tokens: Tokens,
  ) {}

  /** Renews the access token once it has expired. */
  async request(method: string, path: string, body?: unknown): Promise<unknown> {
    try {
      return await send(this.origin, method, path, body, this.tokens.accessToken);
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'TOKEN_EXPIRED') throw error;
      await this.renew();
      return send(this.origin, method, path, body, this.tokens.accessToken);
    }
  }

  async signOut(): Promise<void> {
    await send(this.origin, 'POST', '/auth/admin/logout', { refreshToken: this.tokens.refreshToken }, this.tokens.accessToken);
  }

  /** Requests that find their token expired at the same time share one renewal: a refresh token is good for one use. */
  private renewal: Promise<void> | undefined;
  private renew(): Promise<void> {
    this.renewal ??= send(this.origin, 'POST', '/auth/admin/refresh', { refreshToken: this.tokens.refreshToken })
      .then((answer) => {
        this.tokens = v.parse(RefreshAnswer, answer).tokens;
      })
      .finally(() => (this.renewal = undefined));
    return this.renewal;
  }
}

async function send(origin: string, method: string, path: string, body: unknown, accessToken?: string): Promise<unknown> {
  const headers = new Headers(accessToken === undefined ? {} : { Authorization: `Bearer ${accessToken}` });
  const isForm = body instanceof FormData;
  if (body !== undefined && !isForm) headers.set('Content-Type', 'application/json');
  const response = await fetch(`${origin}/api/v1${path}`, { method, headers, body: body === undefined ? null : isForm ? body : JSON.stringify(body) });
  const answer: unknown = await response.json();
  if (response.ok) return answer;
  const error = v.safeParse(ErrorBody, answer);
  throw new ApiError(response.status, error.success ? error.output.code : 'UNKNOWN', error.success ? error.output.message : response.statusText);
}
