import { Observable, Subject } from 'rxjs';
import type { LinkEvent } from '../sync/heart/link';
import type { WireSocket } from './wire';

/** Tells a live collection what a namespace's connection does, and hands on what is heard over it. */
export class LinkSource<TRow> {
  private readonly events = new Subject<LinkEvent<TRow>>();

  /** Whoever subscribes while the namespace is up hears that first. */
  readonly link$ = new Observable<LinkEvent<TRow>>((subscriber) => {
    if (this.socket.connected) subscriber.next({ kind: 'up' });
    return this.events.subscribe(subscriber);
  });

  constructor(private readonly socket: WireSocket) {
    socket.on('connect', () => this.events.next({ kind: 'up' }));
    socket.on('disconnect', () => this.events.next({ kind: 'down' }));
  }

  next(event: LinkEvent<TRow>): void {
    this.events.next(event);
  }
}
