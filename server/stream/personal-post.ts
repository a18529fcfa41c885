import { Injectable } from '@nestjs/common';
import type { NAMESPACES } from '#contract/events';
import type { Namespace } from 'socket.io';
import type { PersonalDelivery, PersonalEntry } from './log-entry';
import { LogTail } from './log-tail';

/** What concerns the account itself reaches every namespace; everything else personal is a notification. */
const EVERYWHERE: readonly string[] = ['account.banned', 'session.ended'] satisfies PersonalEntry['event'][];
const NOTIFICATIONS = '/notifications' satisfies (typeof NAMESPACES)[number];

/** Hands personal events to the sockets of their account in this process, and ends those that are to end. */
@Injectable()
export class PersonalPost {
  private readonly namespaces: Namespace[] = [];

  constructor(tail: LogTail) {
    tail.follow('accounts', ({ events }) => {
      for (const { event, payload } of events) this.deliver(event, payload as PersonalDelivery);
    });
  }

  deliverTo(namespace: Namespace): void {
    this.namespaces.push(namespace);
  }

  private deliver(event: string, { room, payload, disconnect }: PersonalDelivery): void {
    const receiving = EVERYWHERE.includes(event) ? this.namespaces : this.namespaces.filter(({ name }) => name === NOTIFICATIONS);
    for (const namespace of receiving) namespace.to(room).emit(event, payload);
    // Only then: ending one socket ends the connection it shares with the other namespaces.
    if (disconnect) for (const namespace of this.namespaces) namespace.in(room).disconnectSockets(true);
  }
}
