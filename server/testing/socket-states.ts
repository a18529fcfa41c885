import type { Socket } from 'socket.io-client';

/** @returns once the socket is connected. @throws what refused it. */
export function connected(socket: Socket): Promise<void> {
  if (socket.connected) return Promise.resolve();
  return new Promise((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
}

/** @returns the code by which the socket is refused. */
export function refused(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    socket.once('connect_error', (error) => {
      resolve('data' in error ? String((error as { data?: { code?: string } }).data?.code) : error.message);
    });
    socket.once('connect', () => {
      reject(new Error('It was let in'));
    });
  });
}

/** @returns once the socket is closed. */
export function disconnected(socket: Socket): Promise<void> {
  return socket.disconnected ? Promise.resolve() : new Promise((resolve) => socket.once('disconnect', () => resolve()));
}

/** @returns the payload of the next event of that name. */
export function next<TPayload>(socket: Socket, event: string): Promise<TPayload> {
  return new Promise((resolve) => socket.once(event, resolve));
}
