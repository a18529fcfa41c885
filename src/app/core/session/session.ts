import { computed, DestroyRef, inject, Service, signal } from '@angular/core';
import { filter, firstValueFrom, merge, Subject, timer } from 'rxjs';
import { ApiError, toApiError } from '../api/api-error';
import type { Access } from './access';
import { AuthApi } from './auth-api';
import { RefreshLock } from './refresh-lock';
import { Remembered } from './remembered';
import { endOf, endsSession, type SessionEnd } from './session-end';
import { SessionTabs, type SessionMessage } from './session-tabs';

/** How long before its end a token is replaced, and how far apart the tabs try it. */
const AHEAD_MS = 60_000;
const SPREAD_MS = 15_000;
const RETRY_MS = 5_000;
/** Browsers take timers of some 24 days at most for none. */
const DAY_MS = 86_400_000;
/** How long a tab that waited for another one's refresh waits for its outcome. */
const OUTCOME_MS = 250;

/** Who is signed in, in every tab of this browser alike. The access token lives in memory only. */
@Service()
export class Session {
  readonly #auth = inject(AuthApi);
  readonly #tabs = inject(SessionTabs);
  readonly #lock = inject(RefreshLock);
  readonly #remembered = inject(Remembered);

  readonly #access = signal<Access | null>(null);
  readonly #restoring = signal(true);
  readonly #ended = signal<SessionEnd | null>(null);
  readonly #starts = new Subject<void>();
  readonly #ends = new Subject<SessionEnd | null>();

  readonly status = computed(() => (this.#access() ? 'signed-in' : this.#restoring() ? 'restoring' : 'signed-out'));
  /** The signed-in admin. */
  readonly admin = computed(() => this.#access()?.admin ?? null);
  /** Why the server ended the last session of this tab; null after a sign-out and while signed in. */
  readonly ended = this.#ended.asReadonly();
  /** Someone is signed in now, here or in another tab, who was not before. */
  readonly started$ = this.#starts.asObservable();
  /** The session is over; null when signed out. Whoever holds connections, requests or rows drops them right here, synchronously. */
  readonly ended$ = this.#ends.asObservable();

  #restored: Promise<void> | undefined;
  #refreshing: Promise<string> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts starts and ends: an answer to a question from before one of them is void. */
  #epoch = 0;

  constructor() {
    const heard = this.#tabs.messages$.subscribe((message) => this.#hear(message));
    inject(DestroyRef).onDestroy(() => {
      heard.unsubscribe();
      clearTimeout(this.#timer);
    });
  }

  /** The access token to send, or null. */
  token(): string | null {
    return this.#access()?.token ?? null;
  }

  /** Resumes the session of before a reload; resolves, never rejects, once `status` is known. Only the first call asks. */
  restore(): Promise<void> {
    return (this.#restored ??= this.#restore());
  }

  /** @throws ApiError when refused; nothing has changed then. */
  async signIn(email: string, password: string): Promise<void> {
    this.#share(await this.#lock.run(() => this.#auth.login(email, password)));
  }

  /** Ends the session in every tab at once, then tells the server as far as it can be reached. */
  async signOut(): Promise<void> {
    const refreshToken = this.#remembered.refreshToken();
    this.end(null);
    await this.#lock.run(() => this.#auth.logout(refreshToken)).catch(() => undefined);
  }

  /** The server ended the session: every tab of this account drops it at once. Later calls change nothing. */
  end(end: SessionEnd | null): void {
    const account = this.admin()?.id;
    if (account === undefined) return;
    this.#tabs.tell({ kind: 'ended', account, end });
    this.#drop(end);
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
    this.#refreshing ??= this.#refresh().finally(() => (this.#refreshing = undefined));
    return this.#refreshing;
  }

  async #refresh(): Promise<string> {
    const epoch = this.#epoch;
    const stale = this.token();
    try {
      const access = await this.#lock.run((waited) => this.#rotate(stale, waited));
      if (epoch === this.#epoch && access.token !== this.token()) this.#share(access);
      const held = this.token();
      if (held === null) throw new ApiError({ status: 0, code: 'ABORTED' });
      return held;
    } catch (failure) {
      const error = toApiError(failure);
      if (epoch === this.#epoch) this.#refused(error);
      throw error;
    }
  }

  async #rotate(stale: string | null, waited: boolean): Promise<Access> {
    const renewed = () => (this.token() === stale ? null : this.#access());
    if (waited && !renewed()) await firstValueFrom(merge(this.#tabs.messages$.pipe(filter(() => renewed() !== null)), timer(OUTCOME_MS)));
    return renewed() ?? this.#auth.refresh();
  }

  #refused(error: ApiError): void {
    if (error.status < 400 || error.status >= 500 || error.status === 429) this.#refreshIn(RETRY_MS);
    else if (this.#access()) this.end(endOf(error));
    else this.#drop(endsSession(error.code) ? endOf(error) : null);
  }

  async #restore(): Promise<void> {
    if (this.#remembered.hasSession()) await this.refresh(null).catch(() => undefined);
    this.#restoring.set(false);
  }

  #share(access: Access): void {
    this.#adopt(access);
    this.#tabs.tell({ kind: 'access', access });
  }

  #adopt(access: Access): void {
    const before = this.admin()?.id;
    const starts = before !== access.admin.id;
    if (before !== undefined && starts) this.#drop(null);
    this.#access.set(access);
    this.#remembered.keep(access.refreshToken);
    this.#refreshIn(Math.max(RETRY_MS, access.expiresAt - Date.now() - AHEAD_MS - Math.random() * SPREAD_MS));
    if (!starts) return;
    this.#epoch++;
    this.#ended.set(null);
    this.#starts.next();
  }

  #drop(end: SessionEnd | null): void {
    const held = this.#access() !== null;
    this.#epoch++;
    clearTimeout(this.#timer);
    this.#remembered.forget();
    this.#access.set(null);
    this.#ended.set(end);
    if (held) this.#ends.next(end);
  }

  #hear(message: SessionMessage): void {
    if (message.kind === 'access') this.#adopt(message.access);
    else if (message.account === this.admin()?.id) this.#drop(message.end);
  }

  #refreshIn(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.refresh(this.token()).catch(() => undefined), Math.min(ms, DAY_MS));
  }
}
