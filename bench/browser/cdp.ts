/** A message of the DevTools protocol: an answer (`id`) or an event (`method`). */
interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly sessionId?: string;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

type Listener = (params: unknown, sessionId: string | undefined) => void;

/** The DevTools protocol with nothing in between: a test driver would echo each WebSocket frame of the page, and double what is measured. */
export class Cdp {
  private lastId = 0;
  private readonly waiting = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>();
  private readonly listeners = new Map<string, Set<Listener>>();

  private constructor(private readonly socket: WebSocket) {
    socket.addEventListener('message', ({ data }) => this.hear(JSON.parse(String(data)) as Message));
    socket.addEventListener('close', () => {
      for (const { reject } of this.waiting.values()) reject(new Error('The browser is gone'));
    });
  }

  static connect(url: string): Promise<Cdp> {
    const socket = new WebSocket(url);
    return new Promise((resolve, reject) => {
      socket.addEventListener('open', () => resolve(new Cdp(socket)));
      socket.addEventListener('error', () => reject(new Error(`No browser answers at ${url}`)));
    });
  }

  /** @throws Error with the browser's message when it refuses. */
  async send<TResult>(method: string, params: object = {}, sessionId?: string): Promise<TResult> {
    const id = ++this.lastId;
    const answer = new Promise<unknown>((resolve, reject) => this.waiting.set(id, { resolve, reject }));
    this.socket.send(JSON.stringify({ id, method, params, ...(sessionId !== undefined && { sessionId }) }));
    return (await answer) as TResult;
  }

  /** @returns what ends the listening. */
  on(method: string, listener: Listener): () => void {
    const listeners = this.listeners.get(method) ?? new Set();
    this.listeners.set(method, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  close(): void {
    this.socket.close();
  }

  private hear({ id, method, params, sessionId, result, error }: Message): void {
    if (method !== undefined) for (const listener of this.listeners.get(method) ?? []) listener(params, sessionId);
    if (id === undefined) return;
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    if (error) waiting?.reject(new Error(error.message));
    else waiting?.resolve(result);
  }
}
