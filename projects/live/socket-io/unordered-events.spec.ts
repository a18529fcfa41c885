import type { LinkEvent } from '@moien/live/engine';
import { type NamespaceSocket, unorderedEvents } from './unordered-events';

interface Row {
  readonly id: string;
}

/** A namespace's socket whose server is the spec. */
class TestSocket implements NamespaceSocket {
  connected = false;
  private readonly listeners = new Map<string, Set<(...payload: unknown[]) => void>>();

  on(event: string, listener: (...payload: unknown[]) => void): void {
    this.listeners.set(event, (this.listeners.get(event) ?? new Set()).add(listener));
  }
  off(event: string, listener: (...payload: unknown[]) => void): void {
    this.listeners.get(event)?.delete(listener);
  }
  tell(event: string, payload?: unknown): void {
    for (const listener of this.listeners.get(event) ?? []) listener(payload);
  }
}

describe('Events without numbers', () => {
  let socket: TestSocket;
  let heard: LinkEvent<Row>[];
  const connect = (): (() => void) =>
    unorderedEvents<Row>(socket, {
      'row.saved': (row: Row) => (typeof row.id === 'string' ? { kind: 'updated', row } : undefined),
      'row.removed': ({ id }: Row) => ({ kind: 'deleted', id }),
    })((event) => heard.push(event));

  beforeEach(() => {
    socket = new TestSocket();
    heard = [];
  });

  it('tell of the connection, and at once of one that is up already', () => {
    socket.connected = true;
    connect();
    socket.tell('disconnect');
    socket.tell('connect');
    expect(heard).toEqual([{ kind: 'up' }, { kind: 'down' }, { kind: 'up' }]);
  });

  it('are told with what they change', () => {
    connect();
    socket.tell('row.saved', { id: 'a' });
    socket.tell('row.removed', { id: 'b' });
    socket.tell('another', { id: 'c' });
    expect(heard).toEqual([
      { kind: 'unordered', change: { kind: 'updated', row: { id: 'a' } } },
      { kind: 'unordered', change: { kind: 'deleted', id: 'b' } },
    ]);
  });

  it('are told without it where the payload is not understood, or is none', () => {
    connect();
    socket.tell('row.saved', { id: 7 });
    socket.tell('row.removed');
    expect(heard).toEqual([{ kind: 'unordered' }, { kind: 'unordered' }]);
  });

  it('are told no more once the list has ended', () => {
    connect()();
    socket.tell('connect');
    socket.tell('row.saved', { id: 'a' });
    expect(heard).toEqual([]);
  });
});
