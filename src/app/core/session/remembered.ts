import { DOCUMENT, inject, Service } from '@angular/core';
import { attempt } from '../preference';

const SIGNED_IN = 'moien.signed-in';
const REFRESH_TOKEN = 'moien.refresh-token';
const REFRESH_ATTEMPT = 'moien.refresh-attempt';
const DRAFTS = 'moien.drafts';

/**
 * What of a session survives a reload: that there is one (no more than a flag, so that a first visit asks the server nothing), and,
 * with a server that does not keep the refresh token in a cookie, that token, for this tab only. Also for this tab only, and no longer
 * than the session: what its admin began to write.
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

  /**
   * Names the refresh under way, in whichever tab and across reloads, until {@link keep} has its answer: one whose answer was lost
   * can be asked for again without looking like a stolen token.
   */
  refreshAttempt(): string {
    const name = attempt(() => this.window?.localStorage.getItem(REFRESH_ATTEMPT)) ?? crypto.randomUUID();
    attempt(() => this.window?.localStorage.setItem(REFRESH_ATTEMPT, name));
    return name;
  }

  drafts(): string | undefined {
    return attempt(() => this.window?.sessionStorage.getItem(DRAFTS)) ?? undefined;
  }

  keepDrafts(drafts: string): void {
    attempt(() => this.window?.sessionStorage.setItem(DRAFTS, drafts));
  }

  keep(refreshToken: string | undefined): void {
    attempt(() => this.window?.localStorage.removeItem(REFRESH_ATTEMPT));
    attempt(() => this.window?.localStorage.setItem(SIGNED_IN, 'yes'));
    if (refreshToken === undefined) attempt(() => this.window?.sessionStorage.removeItem(REFRESH_TOKEN));
    else attempt(() => this.window?.sessionStorage.setItem(REFRESH_TOKEN, refreshToken));
  }

  forget(): void {
    attempt(() => this.window?.localStorage.removeItem(SIGNED_IN));
    attempt(() => this.window?.localStorage.removeItem(REFRESH_ATTEMPT));
    attempt(() => this.window?.sessionStorage.removeItem(REFRESH_TOKEN));
    attempt(() => this.window?.sessionStorage.removeItem(DRAFTS));
  }
}
