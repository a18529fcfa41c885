import { Injectable } from '@nestjs/common';
import { CONNECT_ERROR_CODES } from '#contract/auth';
import { ApiException } from '../http/api-exception';
import { ConnectRefusal, SocketAuthenticator, type SignedInIdentity, type SocketIdentity } from '../stream/socket-authenticator';
import { Authenticator } from './authenticator';

/** Lets sockets in by the same access tokens as requests. */
@Injectable()
export class TokenSocketAuthenticator extends SocketAuthenticator {
  constructor(private readonly authenticator: Authenticator) {
    super();
  }

  override async authenticate(token: string | undefined): Promise<SocketIdentity> {
    if (token === undefined) return { kind: 'anonymous' };
    try {
      const { account, sessionEndsAt } = await this.authenticator.admit(token);
      return { kind: account.kind, accountId: account.id, sessionId: account.sessionId, sessionEndsAt };
    } catch (error) {
      throw asRefusal(error);
    }
  }

  override async stillAllowed(identity: SignedInIdentity): Promise<boolean> {
    try {
      await this.authenticator.confirm(identity);
      return true;
    } catch (error) {
      if (error instanceof ApiException) return false;
      throw error;
    }
  }
}

function asRefusal(error: unknown): unknown {
  const code = error instanceof ApiException ? CONNECT_ERROR_CODES.find((known) => known === error.code) : undefined;
  return code === undefined ? error : new ConnectRefusal(code);
}
