import { inject, Service } from '@angular/core';
import { PERSONAL } from '#contract/events';
import type { Notification } from '#contract/notifications';
import type { Change, LinkEvent } from '@moien/live/engine';
import { type Observable, Subject } from 'rxjs';
import type * as v from 'valibot';
import { fromServer } from '../api/from-server';
import { Session } from '../session/session';
import { LinkSource } from './link-source';
import { describeIssues, RejectedEvents } from './rejected-events';
import { WIRE } from './wire-token';

const EVENTS = ['notifications.created', 'notifications.read', 'notifications.readAll'] as const;
type EventName = (typeof EVENTS)[number];

/** An event of `/notifications`, as a discriminated union. */
export type NotificationEvent = { [E in EventName]: { readonly event: E; readonly payload: v.InferOutput<(typeof PERSONAL)[E]> } }[EventName];

/** `/notifications`: what concerns the signed-in admin alone. These events carry no numbers: each is unordered. */
@Service()
export class NotificationsSocket {
  private readonly rejected = inject(RejectedEvents);
  private readonly session = inject(Session);
  private readonly heard = new Subject<NotificationEvent>();
  private readonly source: LinkSource<Notification>;

  readonly events$: Observable<NotificationEvent> = this.heard.asObservable();
  /** What a live collection wants to know of this connection. */
  readonly link$: Observable<LinkEvent<Notification>>;

  constructor() {
    const socket = inject(WIRE).socket('/notifications');
    this.source = new LinkSource(socket);
    this.link$ = this.source.link$;
    for (const event of EVENTS) socket.on(event, (payload) => this.hear(event, payload));
  }

  private hear(event: EventName, payload: unknown): void {
    const result = fromServer(PERSONAL[event], payload);
    if (!result.success) {
      this.rejected.add(event, describeIssues(result.issues));
      this.source.next({ kind: 'unordered' });
      return;
    }
    // A server may tell every listener of everybody's: what is another account's is not even looked at.
    if (result.output.userId !== this.session.admin()?.id) return;
    // The schema is the one of this very name.
    const heard = { event, payload: result.output } as NotificationEvent;
    this.heard.next(heard);
    this.source.next({ kind: 'unordered', change: notificationChange(heard) });
  }
}

function notificationChange(heard: NotificationEvent): Change<Notification> {
  switch (heard.event) {
    case 'notifications.created':
      return { kind: 'created', row: heard.payload };
    case 'notifications.read':
      return { kind: 'invalidated', id: heard.payload.id };
    case 'notifications.readAll':
      return { kind: 'invalidated' };
  }
}
