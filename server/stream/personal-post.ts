import { Injectable } from '@nestjs/common';
import type { Namespace } from 'socket.io';
import type { PersonalDelivery } from './log-entry';
import { LogTail } from './log-tail';

/** Hands personal events to the sockets of their account, in every namespace of this process, and ends those that are to end. */
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
    for (const namespace of this.namespaces) namespace.to(room).emit(event, payload);
    // Only then: ending one socket ends the connection it shares with the other namespaces.
    if (disconnect) for (const namespace of this.namespaces) namespace.in(room).disconnectSockets(true);
  }
}
