import { signal } from '@angular/core';
import type { PublicUser } from '#contract/users';
import type { PageAnswer } from '@moien/live/engine';
import { ApiError } from '../../../core/api/api-error';
import type { CsvTarget } from './csv-target';

/** What an export is made of. */
export interface ExportSource {
  /** Rejects with an ApiError. */
  readonly page: (cursor: string | null) => Promise<PageAnswer<PublicUser>>;
  readonly head: () => string;
  readonly rows: (users: readonly PublicUser[]) => string;
}

/** Writes all pages of a view into a file, one after the other. */
export class UsersExport {
  private readonly written = signal(0);
  private readonly expected = signal<number | undefined>(undefined);
  private readonly standing = signal<'running' | 'done' | 'failed' | 'cancelled'>('running');
  private readonly reason = signal<ApiError | null>(null);
  /** Users move while pages are fetched: nobody is to stand in the file twice. */
  private readonly seen = new Set<string>();
  private cursor: string | null = null;
  private isBegun = false;
  private isLeft = false;

  readonly count = this.written.asReadonly();
  /** How many there will be, as far as the server counts. */
  readonly total = this.expected.asReadonly();
  readonly state = this.standing.asReadonly();
  /** Why the server did not answer; null when it was the file that could not be written. */
  readonly failure = this.reason.asReadonly();

  constructor(
    private readonly source: ExportSource,
    private readonly target: CsvTarget,
  ) {}

  /** Goes on where it was, so that it may be called again after a failure. */
  async run(): Promise<void> {
    this.standing.set('running');
    try {
      if (!this.isBegun) await this.target.write(this.source.head());
      this.isBegun = true;
      while (await this.writePage());
      await this.target.close();
      this.standing.set('done');
    } catch (error) {
      if (this.isLeft) return;
      this.reason.set(error instanceof ApiError ? error : null);
      this.standing.set('failed');
    }
  }

  /** Leaves no file behind. */
  async cancel(): Promise<void> {
    if (this.isLeft || this.state() === 'done') return;
    this.isLeft = true;
    this.standing.set('cancelled');
    await this.target.abort();
  }

  /** @returns whether there is another page. */
  private async writePage(): Promise<boolean> {
    const { rows, next, total } = await this.source.page(this.cursor);
    if (this.isLeft) throw new DOMException('cancelled', 'AbortError');
    const fresh = rows.filter(({ id }) => !this.seen.has(id));
    await this.target.write(this.source.rows(fresh));
    for (const { id } of fresh) this.seen.add(id);
    this.written.set(this.seen.size);
    this.expected.set(total?.exact ? Math.max(total.count, this.seen.size) : undefined);
    this.cursor = next;
    return next !== null;
  }
}
