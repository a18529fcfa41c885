import { DestroyRef, inject, signal } from '@angular/core';
import { catchError, map, type Observable, of, startWith, Subject, switchMap, timer } from 'rxjs';
import { type ApiError, toApiError } from '../../core/api/api-error';

/** So long after the last letter a server is asked. */
const PAUSE_MS = 200;

interface Found<T> {
  readonly rows: readonly T[];
  readonly isLoading: boolean;
  readonly failure: ApiError | null;
}
const NOTHING = { rows: [], isLoading: false, failure: null };

/**
 * Rows that the palette finds somewhere else, asked for when something is typed. A new text gives the request for the old one up; what
 * was found before stays until the next is here, so that the list does not flicker at every letter. To be made in an injection context.
 */
export class Source<T> {
  private readonly asked = new Subject<string>();
  private readonly state = signal<Found<T>>(NOTHING);
  private text = '';
  readonly now = this.state.asReadonly();

  /** @param fetch asks for the rows that match, or for all there are. */
  constructor(private readonly fetch: (text: string) => Observable<readonly T[]>) {
    const steps = this.asked.pipe(switchMap((text) => this.search(text))).subscribe((step) => this.state.update((state) => ({ ...state, ...step })));
    inject(DestroyRef).onDestroy(() => steps.unsubscribe());
  }

  look(text: string): void {
    if (text === this.text) return;
    this.text = text;
    this.asked.next(text);
  }

  retry(): void {
    this.asked.next(this.text);
  }

  private search(text: string): Observable<Partial<Found<T>>> {
    if (text === '') return of(NOTHING);
    return timer(PAUSE_MS).pipe(
      switchMap(() => this.fetch(text)),
      map((rows) => ({ rows, isLoading: false })),
      catchError((error: unknown) => of({ rows: [], isLoading: false, failure: toApiError(error) })),
      startWith({ isLoading: true, failure: null }),
    );
  }
}

/** Asks once for what is the same for every text, until it is there. */
export function once<T>(fetch: () => Observable<readonly T[]>): () => Observable<readonly T[]> {
  let rows: readonly T[] | undefined;
  return () => (rows ? of(rows) : fetch().pipe(map((fetched) => (rows = fetched))));
}
