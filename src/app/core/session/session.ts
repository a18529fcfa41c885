import { computed, DestroyRef, inject, Service, signal } from '@angular/core';
import { filter, firstValueFrom, merge, Subject, timer } from 'rxjs';
import { ApiError, toApiError } from '../api/api-error';
import type { Access } from './access';
import { AuthApi } from './auth-api';
import { RefreshLock } from './refresh-lock';
import { Remembered } from './remembered';
import { endOf, endsSession, type SessionEnd } from './session-end';
import { SessionTabs, type SessionMessage } from './session-tabs';

/** How long before its end a token is replaced, and how far apart the tabs try it: no more than these shares of its life. */
const AHEAD_MS = 60_000;
const SPREAD_MS = 15_000;
const AHEAD_SHARE = 1 / 4;
const SPREAD_SHARE = 1 / 8;
const RETRY_MS = 5_000;
/** Browsers take timers of some 24 days at most for none. */
const DAY_MS = 86_400_000;
/** How long a tab waits for what another one has to tell: the outcome of its refresh, or the session that it holds. */
const OUTCOME_MS = 250;

/** Who is signed in, in every tab of this browser alike. The access token lives in memory only. */
@Service()
export class Session {
  private readonly auth = inject(AuthApi);
  private readonly tabs = inject(SessionTabs);
  private readonly lock = inject(RefreshLock);
  private readonly remembered = inject(Remembered);

  private readonly held = signal<Access | null>(null);
  private readonly isRestoring = signal(true);
  private readonly lastEnd = signal<SessionEnd | null>(null);
  private readonly unresumed = signal(false);
  private readonly starts = new Subject<void>();
  private readonly ends = new Subject<SessionEnd | null>();

  readonly status = computed(() => (this.held() ? 'signed-in' : this.isRestoring() ? 'restoring' : 'signed-out'));
  /** The signed-in admin. */
  readonly admin = computed(() => this.held()?.admin ?? null);
  /** Why the server ended the last session of this tab; null after a sign-out and while signed in. */
  readonly ended = this.lastEnd.asReadonly();
  /** There is a session to resume, but the server could not be asked: it is asked again every few seconds. */
  readonly isCutOff = computed(() => this.status() === 'signed-out' && this.unresumed());
  /** Someone is signed in now, here or in another tab, who was not before. */
  readonly started$ = this.starts.asObservable();
  /** The session is over; null when signed out. Whoever holds connections, requests or rows drops them right here, synchronously. */
  readonly ended$ = this.ends.asObservable();

  private restored: Promise<void> | undefined;
  private refreshing: Promise<string> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts starts and ends: an answer to a question from before one of them is void. */
  private epoch = 0;

  constructor() {
    const heard = this.tabs.messages$.subscribe((message) => this.hear(message));
    inject(DestroyRef).onDestroy(() => {
      heard.unsubscribe();
      clearTimeout(this.timer);
    });
  }

  /** The access token to send, or null. */
  token(): string | null {
    return this.held()?.token ?? null;
  }

  /** Whether an access token has been replaced, or has ended by this computer's clock. */
  isSpent(token: string | null): boolean {
    const held = this.held();
    return held === null || held.token !== token || held.expiresAt <= Date.now();
  }

  /** Resumes the session of before a reload; resolves, never rejects, once `status` is known. Only the first call asks. */
  restore(): Promise<void> {
    return (this.restored ??= this.restoreOnce());
  }

  /** @throws ApiError when refused; nothing has changed then. */
  async signIn(email: string, password: string): Promise<void> {
    this.share(await this.lock.run(() => this.auth.login(email, password)));
  }

  /** Ends the session in every tab at once, then tells the server as far as it can be reached. */
  async signOut(): Promise<void> {
    const refreshToken = this.remembered.refreshToken();
    this.end(null);
    const logout = () => {
      // A tab that was refreshing until now may have taken this one along.
      this.end(null);
      return this.auth.logout(refreshToken);
    };
    await this.lock.run(logout).catch(() => undefined);
  }

  /** The server ended the session: every tab of this account drops it at once. Later calls change nothing. */
  end(end: SessionEnd | null): void {
    const account = this.admin()?.id;
    if (account === undefined) return;
    this.tabs.tell({ kind: 'ended', account, end });
    this.drop(end);
  }

  /**
   * Gets a token in place of a refused one; one request for all who ask meanwhile, in all tabs.
   * A refusal ends the session; whatever else goes wrong leaves it as it is.
   *
   * @throws ApiError
   */
  async refresh(refused: string | null): Promise<string> {
    const held = this.token();
    if (held !== null && held !== refused) return held;
    if (held === null && !this.remembered.hasSession()) throw new ApiError({ status: 0, code: 'ABORTED' });
    this.refreshing ??= this.refreshOnce().finally(() => (this.refreshing = undefined));
    return this.refreshing;
  }

  private async refreshOnce(): Promise<string> {
    const epoch = this.epoch;
    const stale = this.token();
    try {
      const access = await this.lock.run((waited) => this.rotate(stale, waited));
      if (epoch === this.epoch && access.token !== this.token()) this.share(access);
      const held = this.token();
      if (held === null) throw new ApiError({ status: 0, code: 'ABORTED' });
      return held;
    } catch (failure) {
      const error = toApiError(failure);
      if (epoch === this.epoch) this.refused(error);
      throw error;
    }
  }

  private async rotate(stale: string | null, waited: boolean): Promise<Access> {
    const renewed = () => (this.token() === stale ? null : this.held());
    const hear = () => firstValueFrom(merge(this.tabs.messages$.pipe(filter(() => renewed() !== null)), timer(OUTCOME_MS)));
    const ask = () => {
      this.tabs.tell({ kind: 'asked' });
      return hear();
    };
    if (waited && !renewed()) await hear();
    if (!renewed() && !(await this.auth.canRefresh())) await ask();
    const held = renewed();
    if (held) return held;
    try {
      return await this.auth.refresh();
    } catch (error) {
      // A tab that was frozen missed that another one has used its token: what that one got serves both.
      if (toApiError(error).status === 401 && stale !== null) await ask();
      const rescued = renewed();
      if (rescued) return rescued;
      throw error;
    }
  }

  private refused(error: ApiError): void {
    if (error.status !== 401 && error.status !== 403) this.refreshIn(Math.max(RETRY_MS, (error.retryAfter ?? 0) * 1000));
    else if (this.held()) this.end(endOf(error));
    else this.drop(endsSession(error.code) ? endOf(error) : null);
  }

  private async restoreOnce(): Promise<void> {
    await this.refresh(null).catch(() => this.unresumed.set(this.remembered.hasSession()));
    this.isRestoring.set(false);
  }

  private share(access: Access): void {
    this.adopt(access);
    this.tabs.tell({ kind: 'access', access });
  }

  private adopt(access: Access): void {
    const before = this.admin()?.id;
    const starts = before !== access.admin.id;
    if (before !== undefined && starts) this.drop(null);
    this.held.set(access);
    this.unresumed.set(false);
    this.isRestoring.set(false);
    this.remembered.keep(access.refreshToken, access.admin);
    const life = access.expiresAt - Date.now();
    const ahead = Math.min(AHEAD_MS, life * AHEAD_SHARE) + Math.random() * Math.min(SPREAD_MS, life * SPREAD_SHARE);
    this.refreshIn(Math.max(RETRY_MS, life - ahead));
    if (!starts) return;
    this.epoch++;
    this.lastEnd.set(null);
    this.starts.next();
  }

  private drop(end: SessionEnd | null): void {
    const held = this.held() !== null;
    this.epoch++;
    clearTimeout(this.timer);
    this.remembered.forget();
    this.held.set(null);
    this.unresumed.set(false);
    this.isRestoring.set(false);
    this.lastEnd.set(end);
    if (held) this.ends.next(end);
  }

  private hear(message: SessionMessage): void {
    const held = this.held();
    if (message.kind === 'access') this.adopt(message.access);
    else if (message.kind === 'asked') {
      if (held) this.tabs.tell({ kind: 'access', access: held });
    } else if (message.account === this.admin()?.id) this.drop(message.end);
  }

  private refreshIn(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.refresh(this.token()).catch(() => undefined), Math.min(ms, DAY_MS));
  }
}
