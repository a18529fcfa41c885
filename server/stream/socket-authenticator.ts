import type { ConnectErrorCode } from '#contract/auth';
import type { Id } from '#contract/primitives';

/** Whom a socket belongs to. */
export type SocketIdentity = { readonly kind: 'anonymous' } | SignedInIdentity;

export interface SignedInIdentity {
  readonly kind: 'admin' | 'user';
  readonly accountId: Id;
  readonly sessionId: Id;
  /** When the session (not the access token) ends unless it is prolonged. */
  readonly sessionEndsAt: Date;
}

/** Why a connection was refused; arrives as `connect_error` with `data.code`. */
export class ConnectRefusal extends Error {
  readonly data: { readonly code: ConnectErrorCode };

  constructor(code: ConnectErrorCode) {
    super(code);
    this.data = { code };
  }
}

/** Who may open a socket. The accounts' side implements it. */
export abstract class SocketAuthenticator {
  /**
   * @param token the handshake's access token; undefined when it has none: the caller is anonymous.
   * @throws ConnectRefusal when the token is wrong or expired, or its account or session has ended.
   */
  abstract authenticate(token: string | undefined): Promise<SocketIdentity>;

  /** Whether account and session still stand: not banned, deleted, revoked or run out. Reads the database each time. */
  abstract stillAllowed(identity: SignedInIdentity): Promise<boolean>;
}
