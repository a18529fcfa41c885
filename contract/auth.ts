import * as v from 'valibot';
import { AdminStaff } from './admin-staff';
import { SignInEmail } from './email';
import { Id, Timestamp } from './primitives';
import { PublicUser } from './public-user';

/** `POST /auth/admin/login` and `/auth/user/login`. */
export const Login = v.object({ email: SignInEmail, password: v.pipe(v.string(), v.minLength(1), v.maxLength(200)) });
export type Login = Readonly<v.InferOutput<typeof Login>>;

/** With this request header set to `cookie` the refresh token stays in an HttpOnly cookie and out of the body. */
export const REFRESH_TRANSPORT_HEADER = 'X-Refresh-Transport';

/** `expiresIn` in seconds. `refreshToken` is absent when it travels as a cookie. */
export const Tokens = v.object({ accessToken: v.string(), refreshToken: v.optional(v.string()), expiresIn: v.number() });
export type Tokens = Readonly<v.InferOutput<typeof Tokens>>;

export const AdminLoginAnswer = v.object({ ok: v.literal(true), user: AdminStaff, tokens: Tokens });
export type AdminLoginAnswer = Readonly<v.InferOutput<typeof AdminLoginAnswer>>;
export const UserLoginAnswer = v.object({ ok: v.literal(true), user: PublicUser, tokens: Tokens });
export type UserLoginAnswer = Readonly<v.InferOutput<typeof UserLoginAnswer>>;

/**
 * `POST /auth/{admin,user}/refresh` and `/logout`; the body may be empty when the cookie carries the token. `attempt` (ours) is a
 * value of the client's own for one refresh: asking again with the same one, after the answer was lost, is no reuse.
 */
export const RefreshRequest = v.object({ refreshToken: v.optional(v.pipe(v.string(), v.maxLength(500))), attempt: v.optional(Id) });
export const RefreshAnswer = v.object({ ok: v.literal(true), tokens: Tokens });
export type RefreshRequest = Readonly<v.InferOutput<typeof RefreshRequest>>;
export type RefreshAnswer = Readonly<v.InferOutput<typeof RefreshAnswer>>;

/** `GET /auth/me`: the current token's subject. */
export const Me = v.variant('kind', [
  v.object({ kind: v.literal('admin'), user: AdminStaff, sessionId: Id }),
  v.object({ kind: v.literal('user'), user: PublicUser, sessionId: Id }),
]);
export type Me = Readonly<v.InferOutput<typeof Me>>;

/** One sign-in of an account on one device. */
export const Session = v.object({ id: Id, device: v.string(), createdAt: Timestamp, lastUsedAt: Timestamp, current: v.boolean() });
export type Session = Readonly<v.InferOutput<typeof Session>>;

/** `GET /auth/admin/sessions`: the account's own, last used first. */
export const SessionList = v.object({ data: v.array(Session) });
export type SessionList = Readonly<v.InferOutput<typeof SessionList>>;

/** What the Socket.IO handshake's `auth` may carry. */
export interface HandshakeAuth {
  /** The access token; without one the socket hears public events only. */
  readonly token?: string;
  /** `1` asks for `stream` batches in place of single broadcasts. */
  readonly batch?: 1;
}

/** `connect_error`'s `data.code`. */
export const CONNECT_ERROR_CODES = ['TOKEN_EXPIRED', 'UNAUTHENTICATED', 'ACCOUNT_BANNED', 'SESSION_REVOKED', 'ORIGIN_FORBIDDEN'] as const;
export type ConnectErrorCode = (typeof CONNECT_ERROR_CODES)[number];

/** `session.ended` (ours): this sign-in was revoked or ran out, the account itself is fine. The server disconnects right after. */
export const SessionEnded = v.object({ reason: v.picklist(['revoked', 'expired']), at: v.string() });
export type SessionEnded = Readonly<v.InferOutput<typeof SessionEnded>>;
