import type { HandshakeAuth } from '#contract/auth';
import type { Namespaces } from '#contract/events';

export type Namespace = keyof Namespaces;

/** A listener takes what comes: nothing off the wire is believed before it is validated. */
export type WireListener = (...args: unknown[]) => void;

/** One namespace's socket, as far as we use it. */
export interface WireSocket {
  readonly connected: boolean;
  /** Connected, or trying to be by itself. An inactive socket needs {@link connect}; for an active one it would open a second one on the server. */
  readonly active: boolean;
  on(event: string, listener: WireListener): void;
  off(event: string, listener: WireListener): void;
  connect(): void;
  disconnect(): void;
}

/** The one connection that all namespaces share. */
export interface Wire {
  /** Open towards the server, whatever its namespaces say. */
  readonly open: boolean;
  /** The namespace's socket, the same at each call, not connected yet. */
  socket(namespace: Namespace): WireSocket;
  /** What each namespace's handshakes say from now on, asked at each of them. */
  authenticate(auth: (namespace: Namespace) => HandshakeAuth): void;
  /** The page was asleep or offline: looks whether the server is still heard. */
  check(): void;
}
