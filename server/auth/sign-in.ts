import { Injectable } from '@nestjs/common';
import type { Login } from '#contract/auth';
import { Database } from '../database/database';
import { ApiException } from '../http/api-exception';
import type { AccountKind } from './account';
import { accountEmail } from './account-email';
import { Accounts } from './accounts';
import { LoginAttempts } from './login-attempts';
import { PasswordHasher } from './password-hasher';
import { Sessions, type OpenSession } from './sessions';

/** Signing in: for admins and users alike. */
@Injectable()
export class SignIn {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly attempts: LoginAttempts,
    private readonly passwords: PasswordHasher,
    private readonly sessions: Sessions,
  ) {}

  /**
   * Opens a session. A wrong password and an unknown e-mail are one and the same from outside, in answer, time and lockout.
   *
   * @param device what the session list calls it.
   * @throws ApiException LOCKED_OUT, INVALID_CREDENTIALS or, only after the right password, ACCOUNT_BANNED (403).
   */
  async withPassword(kind: AccountKind, { email: typed, password }: Login, device: string): Promise<OpenSession> {
    const email = accountEmail(typed);
    await this.attempts.refuseIfLocked(kind, email);
    const account = await this.accounts.findByEmail(kind, email);
    const isRight = await this.passwords.verify(password, account?.passwordHash ?? undefined);
    if (!isRight || account === undefined) {
      await this.attempts.count(kind, email);
      throw new ApiException('INVALID_CREDENTIALS', 'E-mail or password is wrong');
    }
    // Of many guesses sent at once, those that the lockout overtook do not count either.
    await this.attempts.refuseIfLocked(kind, email);
    await this.attempts.reset(kind, email);
    const opened = await this.database.transaction(async (tx) =>
      (await this.accounts.lockIfActive(tx, kind, account.id)) ? this.sessions.open(tx, kind, account.id, device) : undefined,
    );
    if (opened === undefined) throw new ApiException('ACCOUNT_BANNED', 'This account was banned or deleted');
    return opened;
  }
}
