import { randomBytes, randomUUID } from 'node:crypto';
import { readJwt, signJwt, type Claims } from './jwt';
import type { Settings } from './options';
import { Refusal } from './refusal';

/** Whose account: an account of staff, or a customer's. */
export type Role = Claims['role'];

/** One sign-in on one device. */
export interface Session {
  readonly id: string;
  readonly accountId: string;
  readonly email: string;
  readonly role: Role;
  readonly userAgent: string;
  readonly createdAt: string;
  lastUsedAt: string;
  refreshToken: string;
}

export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresIn: number;
}

/** Who has signed in: sessions, and the tokens that prove them. */
export class Accounts {
  private readonly sessions = new Map<string, Session>();

  constructor(private readonly settings: Settings) {}

  signIn(account: { readonly id: string; readonly email: string; readonly role: Role }, userAgent: string): Tokens {
    const { id: accountId, email, role } = account;
    const at = new Date().toISOString();
    const session: Session = { id: randomUUID(), accountId, email, role, userAgent, createdAt: at, lastUsedAt: at, refreshToken: '' };
    this.sessions.set(session.id, session);
    return this.tokens(session);
  }

  /** Rotates a refresh token: the one that is given is good for this once. @throws Refusal */
  refresh(refreshToken: string, role: Role): Tokens {
    const session = this.ofRefreshToken(refreshToken, role);
    if (session === undefined) throw new Refusal(401, 'Invalid refresh token');
    session.lastUsedAt = new Date().toISOString();
    return this.tokens(session);
  }

  signOut(refreshToken: string, role: Role): void {
    const session = this.ofRefreshToken(refreshToken, role);
    if (session !== undefined) this.sessions.delete(session.id);
  }

  /** @returns what a token says, while its session lasts. */
  bearer(accessToken: string): Claims | undefined {
    const claims = readJwt(accessToken);
    return claims !== undefined && this.sessions.has(claims.sid) ? claims : undefined;
  }

  sessionsOf(accountId: string): readonly Session[] {
    return [...this.sessions.values()].filter((session) => session.accountId === accountId);
  }

  /** Ends a session without telling it: its next request is refused. @throws Refusal */
  revoke(accountId: string, sessionId: string): void {
    if (this.sessions.get(sessionId)?.accountId !== accountId) throw new Refusal(404, 'Session not found');
    this.sessions.delete(sessionId);
  }

  revokeAll(accountId: string): void {
    for (const { id } of this.sessionsOf(accountId)) this.sessions.delete(id);
  }

  private ofRefreshToken(refreshToken: string, role: Role): Session | undefined {
    return [...this.sessions.values()].find((session) => session.refreshToken === refreshToken && session.role === role);
  }

  private tokens(session: Session): Tokens {
    const { accessSeconds: expiresIn } = this.settings.now;
    const { accountId: sub, email, role, id: sid } = session;
    const iat = Math.floor(Date.now() / 1000);
    session.refreshToken = randomBytes(32).toString('base64url');
    return { accessToken: signJwt({ sub, email, role, sid, iat, exp: iat + expiresIn }), refreshToken: session.refreshToken, expiresIn };
  }
}
