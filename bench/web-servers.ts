import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Express } from 'express';
import { clientApp } from '../tools/client/app';

const PEERS_ROOT = 'dist/bench-peers/browser';

/** Serves the production builds: the product's client as it is served anywhere, and the peers. */
export class WebServers {
  private readonly clients: Server[] = [];

  private constructor(
    private readonly clientRoot: string,
    private readonly peersServer: Server,
  ) {}

  /** @param clientRoot the folder of the built client. */
  static async start(clientRoot: string): Promise<WebServers> {
    const app = express().use(express.static(PEERS_ROOT));
    app.use((_request, response) => response.sendFile('index.html', { root: PEERS_ROOT }));
    return new WebServers(clientRoot, await listen(app));
  }

  get peers(): string {
    return originOf(this.peersServer);
  }

  /** @returns the origin of a client that finds its API at `apiOrigin`. */
  async client(apiOrigin: string): Promise<string> {
    const server = await listen(clientApp({ root: this.clientRoot, apiOrigin }));
    this.clients.push(server);
    return originOf(server);
  }

  close(): void {
    for (const server of [this.peersServer, ...this.clients]) {
      server.close();
      server.closeAllConnections();
    }
  }
}

async function listen(app: Express): Promise<Server> {
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

function originOf(server: Server): string {
  return `http://localhost:${String((server.address() as AddressInfo).port)}`;
}
