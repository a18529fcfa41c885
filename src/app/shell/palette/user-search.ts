import { computed, inject, Service, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { PublicUser } from '#contract/users';
import { catchError, map, type Observable, of, startWith, Subject, switchMap, timer } from 'rxjs';
import { type ApiError, toApiError } from '../../core/api/api-error';
import { UsersApi } from '../../core/api/users-api';

/** So long after the last letter the server is asked. */
const PAUSE_MS = 200;
const LIMIT = 5;

interface Search {
  readonly text: string;
  readonly rows: readonly PublicUser[];
  readonly isLoading: boolean;
  readonly failure: ApiError | null;
}
const NOTHING: Search = { text: '', rows: [], isLoading: false, failure: null };

/** The first few users that match a text. A new text gives the request for the old one up. */
@Service({ autoProvided: false })
export class UserSearch {
  private readonly api = inject(UsersApi);
  private readonly asked = new Subject<string>();
  private readonly state = signal(NOTHING);

  readonly text = computed(() => this.state().text);
  /** Those from before stay until the next are here, so that the list does not flicker at every letter. */
  readonly found = computed(() => this.state().rows);
  readonly isLoading = computed(() => this.state().isLoading);
  readonly failure = computed(() => this.state().failure);

  constructor() {
    const steps$ = this.asked.pipe(switchMap((text) => this.search(text)));
    steps$.pipe(takeUntilDestroyed()).subscribe((step) => this.state.update((state) => ({ ...state, ...step })));
  }

  look(text: string): void {
    const wanted = text.trim();
    if (wanted !== this.text()) this.asked.next(wanted);
  }

  retry(): void {
    this.asked.next(this.text());
  }

  private search(text: string): Observable<Partial<Search>> {
    if (text === '') return of(NOTHING);
    return timer(PAUSE_MS).pipe(
      switchMap(() => this.api.list({ q: text, sort: 'fullName', dir: 'asc' }, null, LIMIT)),
      map(({ rows }) => ({ rows, isLoading: false })),
      catchError((error: unknown) => of({ rows: [], isLoading: false, failure: toApiError(error) })),
      startWith({ text, isLoading: true, failure: null }),
    );
  }
}
