import { CONNECT_ERROR_CODES } from '#contract/auth';
import * as v from 'valibot';
import { endOf, endsSession } from '../session/session-end';
import type { Session } from '../session/session';
import type { WireSocket } from './wire';

const Refusal = v.object({ message: v.string(), data: v.object({ code: v.picklist(CONNECT_ERROR_CODES) }) });

const RETRY_MIN_MS = 500;
const RETRY_MAX_MS = 30_000;
/** A namespace that refuses this account is asked this seldom: the account may be given more rights. */
const REFUSED_MS = 10 * 60_000;
/** A connection that lasted this long counts as a good one. */
const SETTLED_MS = 10_000;

/**
 * Keeps one namespace connected while it is open. Lost connections come back by themselves; what is done here is what the library leaves
 * to us: a handshake that the server refused, and a connection that the server ended.
 */
export class NamespaceConnection {
  private isOpen = false;
  /** A new token is being got: connecting with the old one would only be refused again. */
  private refreshing = false;
  /** Refused without a code, or with a token that was replaced, since it was connected last: a second time is final. */
  private refused = false;
  private retries = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private connectedAt = 0;

  /** @param offered the token that the last handshake carried. */
  constructor(
    private readonly socket: WireSocket,
    private readonly session: Session,
    private readonly offered: () => string | null,
  ) {
    socket.on('connect', () => {
      this.refused = false;
      this.connectedAt = performance.now();
    });
    socket.on('connect_error', (error) => {
      // Active: the network failed, and the library tries again.
      if (this.isOpen && !this.socket.active) this.refusedWith(error);
    });
    socket.on('disconnect', () => {
      // Inactive while open: the server ended it. Why, it says by refusing the next handshake.
      if (!this.isOpen || this.socket.active) return;
      if (performance.now() - this.connectedAt > SETTLED_MS) this.retries = 0;
      this.connectLater();
    });
  }

  open(): void {
    this.isOpen = true;
    this.connectOnce();
  }

  close(): void {
    this.isOpen = false;
    this.refused = false;
    this.retries = 0;
    clearTimeout(this.timer);
    this.socket.disconnect();
  }

  /** Gives a waiting attempt up, so that {@link connectNow} begins a new one. Only while the connection they share is not open. */
  abandon(): void {
    if (this.isOpen) this.socket.disconnect();
  }

  connectNow(): void {
    if (!this.isOpen || this.refreshing) return;
    clearTimeout(this.timer);
    this.connectOnce();
  }

  private connectOnce(): void {
    if (this.isOpen && !this.socket.active) this.socket.connect();
  }

  private connectLater(): void {
    this.connectIn(Math.min(RETRY_MAX_MS, RETRY_MIN_MS * 2 ** this.retries++));
  }

  /** @param ceiling the longest wait, in milliseconds; the shortest is half of it. */
  private connectIn(ceiling: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.connectOnce(), ceiling * (0.5 + Math.random() / 2));
  }

  private refusedWith(error: unknown): void {
    const refusal = v.safeParse(Refusal, error);
    const code = refusal.success ? refusal.output.data.code : undefined;
    const message = refusal.success ? refusal.output.message : '';
    const replaceable = code === 'TOKEN_EXPIRED' || code === 'UNAUTHENTICATED';
    if (code !== undefined && (endsSession(code) || (replaceable && this.refused))) this.session.end(endOf({ code, message }));
    else if (replaceable) void this.connectWithNewToken();
    else if (!isUnexplained(error)) this.connectLater();
    // Refused a second time: this account is not let in here, which says nothing of its other namespaces.
    else if (this.refused) this.connectIn(REFUSED_MS);
    else if (this.session.isSpent(this.offered())) void this.connectWithNewToken();
    else {
      // A token is not replaced without need: a page that is left meanwhile would lose the session with the answer.
      this.refused = true;
      this.connectLater();
    }
  }

  private async connectWithNewToken(): Promise<void> {
    this.refused = true;
    this.refreshing = true;
    try {
      await this.session.refresh(this.offered());
      this.refreshing = false;
      this.connectOnce();
    } catch {
      // Not answered: the next refusal asks again. Refused: the session is over, and this is closed.
      this.refreshing = false;
      this.refused = false;
      if (this.isOpen) this.connectLater();
    }
  }
}

/** Whether a server's middleware refused without a code, as the customer's does: it may have meant the token or the account. */
function isUnexplained(error: unknown): boolean {
  return error instanceof Error && !('type' in error) && (!('data' in error) || error.data === undefined);
}
