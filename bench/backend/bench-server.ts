import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Express } from 'express';
import { Server } from 'socket.io';
import type { AdminStaff } from '#contract/admin-staff';
import { NAMESPACES } from '#contract/events';
import { CONTRACT_VERSION, type ServerFeature } from '#contract/server';
import { formatPositionHeader, parsePosition, POSITION_HEADER, type EventMeta, type StreamBatch, type StreamEvent } from '#contract/stream';
import { Feed, SERVER_PAUSE_MS } from './feed';
import { UsersTable, type UserEvent } from './users-table';

const ADMIN: AdminStaff = {
  id: '00000000-0000-4000-8000-000000000001',
  name: 'Bench Admin',
  email: 'bench@moien.lu',
  photoUrl: null,
  birthDate: null,
  contractValidUntil: null,
  jobTitle: null,
  createdAt: '2026-01-01T00:00:00.000Z',
};
const HEALTH = { status: 'ok', contract: { version: CONTRACT_VERSION, features: ['numbered-streams', 'refresh-cookie'] satisfies ServerFeature[] } };
const TOKENS = { accessToken: 'bench', expiresIn: 86_400 };

export interface BenchServerOptions {
  readonly users: number;
  /** Whether clients that ask for batches get them, or single events as from an older server. */
  readonly batches: boolean;
  /** The least time between two batches; the server's own when absent. */
  readonly pauseMs?: number;
}

/** Speaks as much of the contract as a list of users needs, from memory, and believes everybody. It costs next to nothing, so that clients are measured. */
export class BenchServer {
  readonly table: UsersTable;
  readonly feed: Feed;
  /** Requests for rows or for history so far. */
  asked = 0;
  /** Whether the last page of the list was asked for. */
  wasReadToTheEnd = false;
  private readonly http = createServer(this.rest());
  private readonly io = new Server(this.http, { cors: { origin: true }, transports: ['websocket'], pingInterval: 10_000, pingTimeout: 5_000 });
  private readonly users = this.io.of('/users');

  private constructor({ users, batches, pauseMs = SERVER_PAUSE_MS }: BenchServerOptions) {
    this.feed = new Feed(pauseMs, (events) => this.broadcast(events));
    this.table = new UsersTable(users);
    for (const namespace of NAMESPACES) this.io.of(namespace);
    this.users.on('connection', (socket) => {
      const wantsBatches = batches && (socket.handshake.auth as { batch?: number }).batch === 1;
      void socket.join(wantsBatches ? 'batches' : 'singles');
      if (wantsBatches) socket.emit('stream', this.batch([]));
    });
  }

  static async start(options: BenchServerOptions): Promise<BenchServer> {
    const server = new BenchServer(options);
    server.http.listen(0, '127.0.0.1');
    await once(server.http, 'listening');
    return server;
  }

  get origin(): string {
    return `http://localhost:${String((this.http.address() as AddressInfo).port)}`;
  }

  get connections(): number {
    return this.users.sockets.size;
  }

  append(events: readonly UserEvent[]): void {
    this.feed.append(events);
  }

  /** Drops every connection, as a network does: clients come back by themselves. */
  cut(): void {
    for (const socket of this.users.sockets.values()) socket.conn.close();
  }

  async close(): Promise<void> {
    this.http.closeAllConnections();
    await this.io.close();
  }

  private broadcast(events: readonly StreamEvent[]): void {
    this.users.to('batches').emit('stream', this.batch(events));
    for (const { event, payload, seq, at } of events) this.users.to('singles').emit(event, payload, { log: this.feed.log, seq, at } satisfies EventMeta);
  }

  private batch(events: readonly StreamEvent[]): StreamBatch {
    return { log: this.feed.log, head: this.feed.head, events: [...events] };
  }

  private rest(): Express {
    const app = express();
    app.use((request, response, next) => {
      response.set({
        'Access-Control-Allow-Origin': request.get('Origin') ?? '*',
        'Access-Control-Allow-Credentials': 'true',
        'Access-Control-Allow-Headers': request.get('Access-Control-Request-Headers') ?? '*',
        'Access-Control-Allow-Methods': '*',
        'Access-Control-Expose-Headers': POSITION_HEADER,
        'Access-Control-Max-Age': '600',
      });
      if (request.method === 'OPTIONS') response.sendStatus(204);
      else next();
    });
    const api = express.Router();
    app.use('/api/v1', api);
    api.get('/health', (_request, response) => void response.json(HEALTH));
    api.post('/auth/admin/login', (_request, response) => void response.json({ ok: true, user: ADMIN, tokens: TOKENS }));
    api.post('/auth/admin/refresh', (_request, response) => void response.json({ ok: true, tokens: TOKENS }));
    api.get('/auth/me', (_request, response) => void response.json({ kind: 'admin', user: ADMIN, sessionId: ADMIN.id }));
    api.get('/users', ({ query }, response) => {
      this.asked++;
      const page = this.table.page(typeof query['cursor'] === 'string' ? query['cursor'] : '', Number(query['limit'] ?? 50));
      this.wasReadToTheEnd ||= page.pagination.nextCursor === null;
      response.set(POSITION_HEADER, formatPositionHeader('users', { log: this.feed.log, seq: this.feed.length })).json(page);
    });
    api.get('/events', ({ query }, response) => {
      this.asked++;
      const after = typeof query['after'] === 'string' ? parsePosition(query['after']) : undefined;
      response.json({ data: this.feed.after(after?.seq ?? 0), pagination: { log: this.feed.log, head: this.feed.length } });
    });
    api.use((_request, response) => void response.status(404).json({ statusCode: 404, code: 'NOT_FOUND', message: 'Not here', requestId: 'bench' }));
    return app;
  }
}
