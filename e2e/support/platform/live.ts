import type { Server as HttpServer } from 'node:http';
import { Server, type Namespace, type Socket } from 'socket.io';
import type { Accounts } from './accounts';
import type { Claims } from './jwt';
import type { PlatformOptions, Settings } from './options';

export const NAMESPACES = ['users', 'notifications', 'site-settings', 'partner-places'] as const;
export type NamespaceName = (typeof NAMESPACES)[number];

/** Tells connected clients: single events with one argument, unnumbered and without a greeting. */
export class Live {
  private io: Server | undefined;
  private sent = 0;

  constructor(
    private readonly settings: Settings,
    private readonly accounts: Accounts,
  ) {}

  /** @param servers of the same address, one for each family. */
  open(servers: Iterable<HttpServer>): void {
    this.io = new Server({
      transports: ['websocket'],
      serveClient: false,
      // CORS headers do not protect a WebSocket. Clients that are no browsers send no origin.
      allowRequest: ({ headers: { origin } }, answer) => answer(null, origin === undefined || this.settings.now.origins.includes(origin)),
    });
    for (const name of NAMESPACES) this.admit(this.io.of(name), name);
    for (const server of servers) this.io.attach(server);
  }

  async close(): Promise<void> {
    // The server may listen on several addresses, and closes the connections of one only by itself.
    for (const name of NAMESPACES) this.io?.of(name).disconnectSockets(true);
    await this.io?.close();
    this.io = undefined;
  }

  /** Tells everyone on a namespace, unless this is an event to be lost. */
  broadcast(name: NamespaceName, event: string, payload: object): void {
    const { dropEvery } = this.settings.now;
    this.sent++;
    if (dropEvery === 0 || this.sent % dropEvery !== 0) this.io?.of(name).emit(event, payload);
  }

  /** Tells an account that it is banned or deleted, then ends every connection of it. */
  endAccount(id: string, kind: 'banned' | 'deleted'): void {
    const room = `user:${id}`;
    this.io
      ?.of('users')
      .to(room)
      .emit('account.banned', { kind, message: `This account has been ${kind}.`, at: new Date().toISOString() });
    for (const name of NAMESPACES) this.io?.of(name).in(room).disconnectSockets(true);
  }

  private admit(namespace: Namespace, name: NamespaceName): void {
    namespace.use((socket, next) => {
      const unknown = Object.keys(socket.handshake.auth).filter((field) => field !== 'token');
      if (unknown.length > 0) {
        next(new Error(`Undocumented in the handshake: ${unknown.join(', ')}`));
        return;
      }
      const claims = this.claimsOf(socket);
      const wanted = wantedRole(name, this.settings.now);
      if (wanted !== undefined && claims?.role !== wanted) {
        next(new Error(claims === undefined ? 'Unauthorized' : 'Forbidden'));
        return;
      }
      if (claims !== undefined) void socket.join(`user:${claims.sub}`);
      next();
    });
  }

  private claimsOf({ handshake }: Socket): Claims | undefined {
    const token: unknown = handshake.auth['token'];
    return typeof token === 'string' ? this.accounts.bearer(token) : undefined;
  }
}

function wantedRole(name: NamespaceName, { liveFor, notificationsFor }: PlatformOptions): Claims['role'] | undefined {
  if (name === 'notifications') return notificationsFor === 'users' ? 'user' : undefined;
  return name !== 'site-settings' && liveFor === 'admins' ? 'admin' : undefined;
}
