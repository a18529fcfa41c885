import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

interface Pair {
  readonly sockets: readonly [browser: Socket, server: Socket];
  /** Half-open: neither side is told that what it sends goes nowhere. For good, as with a router that forgot a connection. */
  dead: boolean;
}

/** The network between a browser and the server: a TCP forwarder that can fail in the ways networks do. */
export class Link {
  private readonly pairs = new Set<Pair>();
  private state: 'up' | 'cut' | 'hung' = 'up';
  private delayMs = 0;

  private constructor(
    private readonly listener: Server,
    private readonly target: number,
    private readonly host: string,
  ) {
    listener.on('connection', (socket) => this.join(socket));
  }

  static async open(target: number, host = 'localhost'): Promise<Link> {
    const listener = createServer();
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
    return new Link(listener, target, host);
  }

  get origin(): string {
    return `http://${this.host}:${String((this.listener.address() as AddressInfo).port)}`;
  }

  /** Ends every connection and refuses new ones: the server is gone, or the cable out. */
  cut(): void {
    this.state = 'cut';
    for (const { sockets } of this.pairs) for (const socket of sockets) socket.destroy();
  }

  /** Lets every connection stand and nothing through; new ones are accepted and never answered. */
  hang(): void {
    this.state = 'hung';
    for (const pair of this.pairs) pair.dead = true;
  }

  /** Holds back everything, both ways, for so long. */
  delay(ms: number): void {
    this.delayMs = ms;
  }

  /** New connections work again, at full speed; those that hang stay dead. */
  restore(): void {
    this.state = 'up';
    this.delayMs = 0;
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.listener.close(resolve));
    this.cut();
    await closed;
  }

  private join(browser: Socket): void {
    if (this.state === 'cut') {
      browser.destroy();
      return;
    }
    const server = connect(this.target, '127.0.0.1');
    const pair: Pair = { sockets: [browser, server], dead: this.state === 'hung' };
    this.pairs.add(pair);
    this.forward(pair, browser, server);
    this.forward(pair, server, browser);
  }

  private forward(pair: Pair, from: Socket, to: Socket): void {
    let due = 0;
    /** Never sooner than what went before, also when the delay has just been lowered. */
    const later = (act: () => unknown): void => {
      due = Math.max(due, performance.now() + this.delayMs);
      const wait = due - performance.now();
      if (wait <= 0) act();
      else setTimeout(() => !pair.dead && act(), wait);
    };
    from.on('data', (chunk) => {
      if (!pair.dead) later(() => to.writable && to.write(chunk));
    });
    from.on('close', () => {
      if (!pair.dead) later(() => to.end());
      if (pair.sockets.every((socket) => socket.destroyed)) this.pairs.delete(pair);
    });
    from.on('error', () => to.destroy());
  }
}
