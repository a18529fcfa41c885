import { DOCUMENT, inject, Service } from '@angular/core';
import * as v from 'valibot';
import { attempt } from '../preference';
import { AdminAccount } from './account';
import { randomId } from '../random-id';

const SIGNED_IN = 'moien.signed-in';
const REFRESH_TOKEN = 'moien.refresh-token';
const REFRESH_ATTEMPT = 'moien.refresh-attempt';
const ACCOUNT = 'moien.account';
const DRAFTS = 'moien.drafts';

/**
 * What of a session survives a reload: that there is one (no more than a flag, so that a first visit asks the server nothing), and,
 * with a server that does not keep the refresh token in a cookie, that token and whose it is, for this tab only. Also for this tab
 * only, and no longer than the session: what its admin began to write.
 */
@Service()
export class Remembered {
  private readonly window = inject(DOCUMENT).defaultView;

  hasSession(): boolean {
    return attempt(() => this.window?.localStorage.getItem(SIGNED_IN)) === 'yes' || this.refreshToken() !== undefined;
  }

  /** Undefined when a cookie carries it. */
  refreshToken(): string | undefined {
    return attempt(() => this.window?.sessionStorage.getItem(REFRESH_TOKEN)) ?? undefined;
  }

  /** Who signed in, where {@link refreshToken} is held. */
  account(): AdminAccount | undefined {
    const stored = attempt(() => JSON.parse(this.window?.sessionStorage.getItem(ACCOUNT) ?? 'null') as unknown);
    const account = v.safeParse(AdminAccount, stored);
    return account.success ? account.output : undefined;
  }

  /**
   * Names the refresh under way, in whichever tab and across reloads, until {@link keep} has its answer: one whose answer was lost
   * can be asked for again without looking like a stolen token.
   */
  refreshAttempt(): string {
    const name = attempt(() => this.window?.localStorage.getItem(REFRESH_ATTEMPT)) ?? randomId();
    attempt(() => this.window?.localStorage.setItem(REFRESH_ATTEMPT, name));
    return name;
  }

  drafts(): string | undefined {
    return attempt(() => this.window?.sessionStorage.getItem(DRAFTS)) ?? undefined;
  }

  keepDrafts(drafts: string): void {
    this.store(DRAFTS, drafts);
  }

  /** @param account whose the token is; without one, the account of before stays. */
  keep(refreshToken: string | undefined, account?: AdminAccount): void {
    attempt(() => this.window?.localStorage.removeItem(REFRESH_ATTEMPT));
    attempt(() => this.window?.localStorage.setItem(SIGNED_IN, 'yes'));
    this.store(REFRESH_TOKEN, refreshToken);
    if (refreshToken === undefined || account) this.store(ACCOUNT, refreshToken === undefined ? undefined : JSON.stringify(account));
  }

  forget(): void {
    attempt(() => this.window?.localStorage.removeItem(SIGNED_IN));
    attempt(() => this.window?.localStorage.removeItem(REFRESH_ATTEMPT));
    for (const key of [REFRESH_TOKEN, ACCOUNT, DRAFTS]) this.store(key, undefined);
  }

  private store(key: string, value: string | undefined): void {
    attempt(() => (value === undefined ? this.window?.sessionStorage.removeItem(key) : this.window?.sessionStorage.setItem(key, value)));
  }
}
