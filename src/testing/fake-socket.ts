import type { HandshakeAuth } from '#contract/auth';
import type { Namespace, Wire, WireListener, WireSocket } from '../app/core/realtime/wire';

/** A namespace's socket without a network: a spec plays the server, the socket keeps Socket.IO's own rules. */
export class FakeSocket implements WireSocket {
  connected = false;
  active = false;
  /** What each handshake said, in order. Two without an end between them would be two sockets on the server. */
  readonly handshakes: HandshakeAuth[] = [];
  private readonly attached = new Map<string, Set<WireListener>>();

  constructor(
    readonly namespace: Namespace,
    private readonly auth: () => HandshakeAuth,
  ) {}

  on(event: string, listener: WireListener): void {
    this.attached.set(event, (this.attached.get(event) ?? new Set()).add(listener));
  }

  off(event: string, listener: WireListener): void {
    this.attached.get(event)?.delete(listener);
  }

  connect(): void {
    if (this.connected) return;
    this.active = true;
    this.handshakes.push(this.auth());
  }

  disconnect(): void {
    this.active = false;
    this.lose('io client disconnect');
  }

  /** All listeners, of all events. */
  get listeners(): number {
    return [...this.attached.values()].reduce((sum, listeners) => sum + listeners.size, 0);
  }

  /** The server lets the handshake in. */
  accept(): void {
    this.expectHandshake();
    this.connected = true;
    this.emit('connect');
  }

  /** The server refuses the handshake, with a code or, as the customer's does, without: the socket gives up. */
  refuse(code: string | undefined, message = code ?? 'Forbidden'): void {
    this.expectHandshake();
    this.active = false;
    this.emit('connect_error', Object.assign(new Error(message), code !== undefined && { data: { code } }));
  }

  /** The server is not reached: the socket goes on trying. */
  fail(): void {
    this.expectHandshake();
    this.emit('connect_error', new Error('timeout'));
  }

  /** The network breaks: the socket tries again by itself. */
  cut(): void {
    this.lose('transport close');
    this.handshakes.push(this.auth());
  }

  /** The server ends the connection: the socket stays down. */
  kick(): void {
    this.active = false;
    this.lose('io server disconnect');
  }

  /** The server says something; like the real socket, nothing is heard unless connected. */
  say(event: string, ...args: unknown[]): void {
    if (this.connected) this.emit(event, ...args);
  }

  private lose(reason: string): void {
    if (!this.connected) return;
    this.connected = false;
    this.emit('disconnect', reason);
  }

  private expectHandshake(): void {
    if (!this.active || this.connected) throw new Error(`${this.namespace} asked for nothing`);
  }

  private emit(event: string, ...args: unknown[]): void {
    for (const listener of [...(this.attached.get(event) ?? [])]) listener(...args);
  }
}

/** The connection that fake sockets share. */
export class FakeWire implements Wire {
  open = false;
  /** How often the page asked whether the server is still heard. */
  checks = 0;
  private readonly made = new Map<Namespace, FakeSocket>();
  private giveAuth: (namespace: Namespace) => HandshakeAuth = () => ({});

  socket(namespace: Namespace): FakeSocket {
    const socket = this.made.get(namespace) ?? new FakeSocket(namespace, () => this.giveAuth(namespace));
    this.made.set(namespace, socket);
    return socket;
  }

  get sockets(): FakeSocket[] {
    return [...this.made.values()];
  }

  authenticate(auth: (namespace: Namespace) => HandshakeAuth): void {
    this.giveAuth = auth;
  }

  check(): void {
    this.checks++;
  }
}
