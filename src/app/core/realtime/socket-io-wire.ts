import { ApplicationRef, inject } from '@angular/core';
import type { HandshakeAuth } from '#contract/auth';
import { Socket } from 'ngx-socket-io';
import { API_ORIGIN } from '../api/api-address';
import { Heartbeat } from './heartbeat';
import type { Namespace, Wire, WireListener, WireSocket } from './wire';

/**
 * {@link Wire} over ngx-socket-io. Only `on` and `off` of its sockets are used: its `fromEvent` runs change detection for every event.
 *
 * One of these lasts as long as the page: a socket made anew for the same namespace would not share the connection any more.
 */
export class SocketIoWire implements Wire {
  private readonly root = new Socket(
    {
      url: inject(API_ORIGIN),
      options: { transports: ['websocket'], autoConnect: false, timeout: 5_000, reconnectionDelay: 500, reconnectionDelayMax: 3_000, randomizationFactor: 0.5 },
    },
    inject(ApplicationRef),
  );
  private readonly manager = this.root.io;
  private readonly sockets = new Map<Namespace, WireSocket>();
  // Closed, not disconnected: the manager then connects again by itself.
  private readonly heartbeat = new Heartbeat(() => this.manager.engine.close());
  private auth: (namespace: Namespace) => HandshakeAuth = () => ({});
  private watched: Socket['io']['engine'] | undefined;
  private pingInterval = 0;

  constructor() {
    this.manager.on('open', () => this.heartbeat.start(this.pingInterval));
    this.manager.on('ping', () => this.heartbeat.beat());
    this.manager.on('close', () => this.heartbeat.stop());
    // The next engine is made right after this event.
    this.manager.on('reconnect_attempt', () => queueMicrotask(() => this.watchEngine()));
  }

  get open(): boolean {
    return this.watched?.readyState === 'open';
  }

  authenticate(auth: (namespace: Namespace) => HandshakeAuth): void {
    this.auth = auth;
  }

  check(): void {
    this.heartbeat.check();
  }

  socket(namespace: Namespace): WireSocket {
    const known = this.sockets.get(namespace);
    if (known) return known;
    const socket = this.root.of(namespace);
    socket.auth = (send: (auth: HandshakeAuth) => void) => send(this.auth(namespace));
    const made: WireSocket = {
      get connected() {
        return socket.connected;
      },
      get active() {
        return socket.active;
      },
      on: (event: string, listener: WireListener) => void socket.on(event, listener),
      off: (event: string, listener: WireListener) => void socket.off(event, listener),
      connect: () => {
        socket.connect();
        this.watchEngine();
      },
      disconnect: () => void socket.disconnect(),
    };
    this.sockets.set(namespace, made);
    return made;
  }

  /** Each connection has an engine of its own; only its handshake tells how often the server pings. */
  private watchEngine(): void {
    const { engine } = this.manager;
    if (engine === this.watched) return;
    this.watched = engine;
    engine.once('handshake', ({ pingInterval }) => (this.pingInterval = pingInterval));
  }
}
