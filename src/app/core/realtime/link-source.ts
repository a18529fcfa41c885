import type { StreamPosition } from '#contract/stream';
import type { LinkEvent } from '@moien/live/engine';
import { Observable, Subject } from 'rxjs';
import type { WireSocket } from './wire';

/** Tells a live collection what a namespace's connection does, and hands on what is heard over it. */
export class LinkSource<TRow> {
  private readonly events = new Subject<LinkEvent<TRow>>();
  /** How far the stream was heard on this connection; undefined where that is not known. */
  private heard: StreamPosition | undefined;

  /** Whoever subscribes while the namespace is up hears that first, and then what a greeting says: from here on you get head + 1. */
  readonly link$ = new Observable<LinkEvent<TRow>>((subscriber) => {
    if (this.socket.connected) subscriber.next({ kind: 'up' });
    if (this.socket.connected && this.heard) subscriber.next({ kind: 'batch', batch: { log: this.heard.log, head: this.heard.seq, entries: [] } });
    return this.events.subscribe(subscriber);
  });

  constructor(private readonly socket: WireSocket) {
    socket.on('connect', () => {
      this.heard = undefined;
      this.events.next({ kind: 'up' });
    });
    socket.on('disconnect', () => this.events.next({ kind: 'down' }));
  }

  next(event: LinkEvent<TRow>): void {
    this.heard = event.kind === 'batch' ? { log: event.batch.log, seq: event.batch.head } : undefined;
    this.events.next(event);
  }
}
