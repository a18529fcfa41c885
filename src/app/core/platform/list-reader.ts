import { HttpContext } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { FeedError } from '@moien/live/engine';
import { pause } from '@moien/live/unnumbered';
import { firstValueFrom, fromEvent, takeUntil } from 'rxjs';
import { BACKEND } from '../api/api-backend';
import { ApiClient } from '../api/api-client';
import { toApiError } from '../api/api-error';
import { confined } from '../api/from-server';
import { RejectedEvents } from '../realtime/rejected-events';
import { eachElement } from './list-text';
import type { RowReader } from './rows';
import { WorkerBackend } from './worker-backend';

/** Reads a whole list again and again: what did not change in it since the last time is the same object as before. */
export type ReadList<TRow> = (signal: AbortSignal) => Promise<readonly TRow[]>;

/** Reads the platform's whole lists, however long, without blocking the page. */
@Service({ autoProvided: false })
export class ListReader {
  private readonly api = inject(ApiClient);
  private readonly rejected = inject(RejectedEvents);
  private readonly inWorker = new HttpContext().set(BACKEND, inject(WorkerBackend));

  /**
   * @param path below the API's base.
   * @returns rejects with a `FeedError` whose cause is the `ApiError`. Rows without an identity are counted, and left out.
   */
  of<TRow>(path: string, read: RowReader<TRow>): ReadList<TRow> {
    let known = new Map<string, TRow>();
    return async (signal) => {
      const next = new Map<string, TRow>();
      const rows: TRow[] = [];
      const take = (text: string): void => {
        const row = known.get(text) ?? this.read(path, text, read);
        if (row === undefined) return;
        next.set(text, row);
        rows.push(row);
      };
      try {
        const gone$ = fromEvent(signal, 'abort');
        const { body } = await firstValueFrom(this.api.bytes(path, this.inWorker).pipe(takeUntil(gone$)));
        await eachElement(new Uint8Array(body), take, pause);
        // What takes the rows in has its own time.
        await pause();
      } catch (failure) {
        const cause = toApiError(failure);
        throw new FeedError(cause.status, cause.code, { cause });
      }
      known = next;
      return rows;
    };
  }

  private read<TRow>(path: string, text: string, read: RowReader<TRow>): TRow | undefined {
    const row = read(safelyParsed(text));
    if (row === undefined) this.rejected.add(`GET ${path}`, ['id: missing']);
    return row;
  }
}

function safelyParsed(text: string): unknown {
  try {
    return confined(JSON.parse(text));
  } catch {
    return undefined;
  }
}
