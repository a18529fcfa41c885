import { DestroyRef, DOCUMENT, inject, Service } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NAMESPACES, PERSONAL } from '#contract/events';
import { filter, fromEvent, merge } from 'rxjs';
import type * as v from 'valibot';
import { fromServer } from '../api/from-server';
import { Server } from '../api/server';
import { Session } from '../session/session';
import { NamespaceConnection } from './namespace-connection';
import { describeIssues, RejectedEvents } from './rejected-events';
import type { Namespace, WireSocket } from './wire';
import { WIRE } from './wire-token';

/** The connection of all namespaces: open while someone is signed in, and gone in the same instant as their session. */
@Service()
export class Connection {
  private readonly session = inject(Session);
  private readonly server = inject(Server);
  private readonly rejected = inject(RejectedEvents);
  private readonly wire = inject(WIRE);
  private readonly document = inject(DOCUMENT);
  private readonly namespaces: readonly NamespaceConnection[];
  /** The token of each namespace's last handshake. */
  private readonly offered = new Map<Namespace, string | null>();

  constructor() {
    this.wire.authenticate((namespace) => {
      const token = this.session.token();
      this.offered.set(namespace, token);
      // Who is signed in has been told what the server can do.
      return { ...(this.server.can('numbered-streams') && { batch: 1 }), ...(token !== null && { token }) };
    });
    this.namespaces = NAMESPACES.map((namespace) => {
      const socket = this.wire.socket(namespace);
      this.hearEnds(socket);
      return new NamespaceConnection(socket, this.session, () => this.offered.get(namespace) ?? null);
    });
    this.session.started$.pipe(takeUntilDestroyed()).subscribe(() => this.open());
    this.session.ended$.pipe(takeUntilDestroyed()).subscribe(() => this.close());
    inject(DestroyRef).onDestroy(() => this.close());

    const window = this.document.defaultView ?? globalThis;
    const restored$ = fromEvent<PageTransitionEvent>(window, 'pageshow').pipe(filter(({ persisted }) => persisted));
    merge(fromEvent(window, 'online'), restored$, fromEvent(this.document, 'visibilitychange'))
      .pipe(takeUntilDestroyed())
      .subscribe(() => this.wake());
  }

  /** Connects what is not connected, if someone is signed in. */
  open(): void {
    if (this.session.status() === 'signed-in') for (const namespace of this.namespaces) namespace.open();
  }

  close(): void {
    for (const namespace of this.namespaces) namespace.close();
  }

  /** The page may have been asleep or offline: a wait of minutes would be for nothing now, and a silent connection is suspect. */
  private wake(): void {
    if (this.document.hidden) return;
    this.wire.check();
    // While it is open, an attempt under way is the server's to answer: a second one would open a second socket there.
    if (!this.wire.open) for (const namespace of this.namespaces) namespace.abandon();
    for (const namespace of this.namespaces) namespace.connectNow();
  }

  /** Every namespace says when this account or session is over: the first to do so counts. */
  private hearEnds(socket: WireSocket): void {
    socket.on('account.banned', (payload) => {
      const banned = this.valid('account.banned', payload);
      if (banned) this.session.end({ why: banned.kind, message: banned.message });
    });
    socket.on('session.ended', (payload) => {
      const ended = this.valid('session.ended', payload);
      if (ended) this.session.end({ why: ended.reason, message: '' });
    });
  }

  private valid<E extends 'account.banned' | 'session.ended'>(event: E, payload: unknown): v.InferOutput<(typeof PERSONAL)[E]> | undefined {
    const result = fromServer(PERSONAL[event], payload);
    if (!result.success) this.rejected.add(event, describeIssues(result.issues));
    return result.success ? result.output : undefined;
  }
}
