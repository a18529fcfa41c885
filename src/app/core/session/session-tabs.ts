import { DestroyRef, inject, Service } from '@angular/core';
import { Subject } from 'rxjs';
import * as v from 'valibot';
import { Access } from './access';
import { SessionEnd } from './session-end';

const SessionMessage = v.variant('kind', [
  /** A tab signed in or refreshed: the others need not. */
  v.strictObject({ kind: v.literal('access'), access: Access }),
  /** A tab that has just been opened asks whether another one is signed in: only memory knows, where no cookie does. */
  v.strictObject({ kind: v.literal('asked') }),
  /** The session of this account is over; `end` is null when the person signed out. */
  v.strictObject({ kind: v.literal('ended'), account: v.string(), end: v.nullable(SessionEnd) }),
]);
export type SessionMessage = Readonly<v.InferOutput<typeof SessionMessage>>;

/** What the tabs of this browser tell each other about the session. It goes through memory only, and never leaves the origin. */
@Service()
export class SessionTabs {
  private readonly channel = new BroadcastChannel('moien-session');
  private readonly messages = new Subject<SessionMessage>();

  /** From other tabs; what is not a {@link SessionMessage} is dropped. */
  readonly messages$ = this.messages.asObservable();

  constructor() {
    this.channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      const message = v.safeParse(SessionMessage, data);
      if (message.success) this.messages.next(message.output);
    };
    inject(DestroyRef).onDestroy(() => this.channel.close());
  }

  tell(message: SessionMessage): void {
    this.channel.postMessage(message);
  }
}
