import type { Change, LinkEvent } from '@moien/live/engine';

/** As much of socket.io-client's `Socket` as is needed, so that any of its versions will do. */
export interface NamespaceSocket {
  readonly connected: boolean;
  on(event: string, listener: (...payload: unknown[]) => void): unknown;
  off(event: string, listener: (...payload: unknown[]) => void): unknown;
}

/**
 * The events of a namespace that numbers nothing, as `connect` of a live list. Listeners are attached when the list begins
 * to listen and detached when it ends.
 *
 * @param changes by event name, what its payload does to the list. `undefined` stands for a payload that is not understood:
 * the list then asks the server. What it throws counts as that, too.
 * @example
 * unorderedEvents<Task>(io('/tasks'), {
 *   'task.saved': (task: Task) => ({ kind: 'updated', row: task }),
 *   'task.removed': ({ id }: { id: string }) => ({ kind: 'deleted', id }),
 * })
 */
export function unorderedEvents<TRow>(
  socket: NamespaceSocket,
  changes: Readonly<Record<string, (payload: never) => Change<TRow> | undefined>>,
): (listener: (event: LinkEvent<TRow>) => void) => () => void {
  return (listener) => {
    const listeners: Record<string, (...payload: unknown[]) => void> = {
      connect: () => listener({ kind: 'up' }),
      disconnect: () => listener({ kind: 'down' }),
    };
    for (const [event, changeOf] of Object.entries(changes)) {
      listeners[event] = (...[payload]: unknown[]) => {
        const change = attempt(() => changeOf(payload as never));
        listener(change === undefined ? { kind: 'unordered' } : { kind: 'unordered', change });
      };
    }
    for (const [event, run] of Object.entries(listeners)) socket.on(event, run);
    if (socket.connected) listener({ kind: 'up' });
    return () => {
      for (const [event, run] of Object.entries(listeners)) socket.off(event, run);
    };
  };
}

function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}
