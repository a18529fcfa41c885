import type { RequestHandler } from 'express';
import type { Settings } from './options';

export interface LoggedRequest {
  readonly method: string;
  /** Below the base, without the query. */
  readonly path: string;
  readonly status: number;
  /** Of the answer's body. */
  readonly bytes: number;
  /** As `Date.now()` has it. */
  readonly at: number;
}

/** Which requests; what is left out does not matter. */
export interface RequestFilter {
  readonly method?: string;
  readonly path?: string | RegExp;
  readonly status?: number;
  /** Only those of the last so many milliseconds. */
  readonly withinMs?: number;
}

/** What was asked of the double over HTTP, preflights aside. */
export class RequestLog {
  private readonly entries: LoggedRequest[] = [];

  constructor(private readonly settings: Settings) {}

  readonly middleware: RequestHandler = (request, response, next) => {
    const { method, path } = request;
    const at = Date.now();
    response.once('finish', () => {
      const { base } = this.settings.now;
      const bytes = Number(response.getHeader('Content-Length') ?? 0);
      this.entries.push({ method, path: path.startsWith(base) ? path.slice(base.length) : path, status: response.statusCode, bytes, at });
    });
    next();
  };

  /** @returns the requests that match, oldest first. */
  of({ method, path, status, withinMs = Infinity }: RequestFilter = {}): readonly LoggedRequest[] {
    const since = Date.now() - withinMs;
    return this.entries.filter(
      (entry) =>
        entry.at >= since &&
        (method === undefined || entry.method === method) &&
        (status === undefined || entry.status === status) &&
        (path === undefined || (typeof path === 'string' ? entry.path === path : path.test(entry.path))),
    );
  }

  count(filter?: RequestFilter): number {
    return this.of(filter).length;
  }

  /** @returns the size of all their answers. */
  bytes(filter?: RequestFilter): number {
    return this.of(filter).reduce((sum, { bytes }) => sum + bytes, 0);
  }

  clear(): void {
    this.entries.length = 0;
  }
}
