import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { Server, ServerOptions } from 'socket.io';

/**
 * Socket.IO as the contract wants it. The options are here because Nest keeps those of one gateway only. CORS headers do not
 * protect a WebSocket, so the handshake's `Origin` is compared with the list; whoever sends none is no browser, and may connect.
 */
export class StreamIoAdapter extends IoAdapter {
  constructor(
    application: INestApplicationContext,
    private readonly origins: readonly string[],
  ) {
    super(application);
  }

  override createIOServer(port: number, options?: Partial<ServerOptions>): Server {
    const ours: Partial<ServerOptions> = {
      ...options,
      transports: ['websocket'],
      serveClient: false,
      maxHttpBufferSize: 64 * 1024,
      pingInterval: 10_000,
      pingTimeout: 5_000,
      allowRequest: ({ headers: { origin } }, decide) => decide(null, origin === undefined || this.origins.includes(origin)),
    };
    return super.createIOServer(port, ours as ServerOptions);
  }
}
