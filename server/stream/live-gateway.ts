import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { OnGatewayConnection, OnGatewayInit } from '@nestjs/websockets';
import type { EventMeta, StreamBatch } from '#contract/stream';
import { mayHear, type StreamName } from '#contract/streams';
import type { Namespace } from 'socket.io';
import { LogTail } from './log-tail';
import { PersonalPost } from './personal-post';
import { SocketAdmission, type LiveSocket } from './socket-admission';
import type { TailBatch } from './stream-tail';

const GREETING_MS = 10_000;
const BATCHES = 'broadcast:batches';
const SINGLES = 'broadcast:singles';

/**
 * A namespace. Sockets of an account always hear what is meant for that account; those that {@link mayHear} its `stream`,
 * if it has one, hear its broadcasts too.
 */
@Injectable()
export abstract class LiveGateway implements OnGatewayInit<Namespace>, OnGatewayConnection<LiveSocket>, OnApplicationBootstrap, BeforeApplicationShutdown {
  protected abstract readonly stream: StreamName | undefined;
  private namespace: Namespace | undefined;
  private greeting: NodeJS.Timeout | undefined;

  constructor(
    private readonly tail: LogTail,
    private readonly admission: SocketAdmission,
    private readonly post: PersonalPost,
  ) {}

  afterInit(namespace: Namespace): void {
    this.namespace = namespace;
    this.post.deliverTo(namespace);
    namespace.use((socket: LiveSocket, next) => void this.admission.authenticate(socket, next));
    if (this.stream !== undefined) this.tail.follow(this.stream, (batch) => this.broadcast(batch));
  }

  onApplicationBootstrap(): void {
    const { stream } = this;
    if (stream === undefined) return;
    this.greeting = setInterval(() => this.namespace?.to(BATCHES).emit('stream', this.greetingOf(stream)), GREETING_MS);
  }

  async handleConnection(socket: LiveSocket): Promise<void> {
    if (!(await this.admission.admit(socket))) return;
    if (this.stream === undefined || !mayHear(this.stream, socket.data.identity.kind)) return;
    await socket.join(socket.data.batch ? BATCHES : SINGLES);
    if (socket.data.batch) socket.emit('stream', this.greetingOf(this.stream));
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.greeting);
  }

  /** "From here on you get head + 1." */
  private greetingOf(stream: StreamName): StreamBatch {
    const { log, seq } = this.tail.position(stream);
    return { log, head: seq, events: [] };
  }

  private broadcast({ position: { log, seq: head }, events }: TailBatch): void {
    this.namespace
      ?.to(BATCHES)
      .emit('stream', { log, head, events: events.map(({ seq, event, payload, at }) => ({ seq, event, payload, at })) } satisfies StreamBatch);
    for (const { seq, event, payload, at } of events) this.namespace?.to(SINGLES).emit(event, payload, { log, seq, at } satisfies EventMeta);
  }
}
