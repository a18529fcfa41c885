import { computed, inject, linkedSignal, Service, signal, untracked } from '@angular/core';
import { rxResource, takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { PartnerRequest } from '#contract/partner-places';
import { map, type Observable, tap } from 'rxjs';
import * as v from 'valibot';
import { ApiError } from '../../core/api/api-error';
import { Server } from '../../core/api/server';
import { PartnerPlacesApi } from '../../core/api/partner-places-api';
import { PartnerPlacesSocket } from '../../core/realtime/partner-places-socket';
import { Session } from '../../core/session/session';
import type { ComposedAction } from './drafts';
import { QueueAddress } from './queue-address';
import { QueueStore } from './queue-store';
import { RequestActions } from './request-actions';

/** What a request has to be for something to be done to it. */
const ALLOWED: Readonly<Record<ComposedAction | 'reopen', readonly PartnerRequest['status'][]>> = {
  approve: ['pending', 'needs_info'],
  'request-details': ['pending'],
  reject: ['pending', 'needs_info'],
  message: ['pending', 'needs_info', 'approved', 'rejected'],
  reopen: ['needs_info', 'approved', 'rejected'],
};

/** The open request as it is right now: the live row where the list has it, or read by itself, at once when it is said to have changed. */
@Service({ autoProvided: false })
export class RequestDetails {
  private readonly server = inject(Server);
  private readonly api = inject(PartnerPlacesApi);
  private readonly store = inject(QueueStore);
  private readonly actions = inject(RequestActions);
  private readonly session = inject(Session);
  private readonly id = inject(QueueAddress).request;

  /** Counts what was heard of requests: each change of the open one makes what was read of it old. */
  private readonly heard = signal<{ readonly id: string; readonly count: number } | undefined>(undefined);
  private readonly row = computed(() => this.store.view()?.rows.find(({ id }) => id === this.id()));
  /** Whatever was read last, by itself or from a refusal. */
  private readonly read = signal<PartnerRequest | undefined>(undefined);
  /** A change of this asks again. Out of the list's sight a time without connection does so too. Undefined while the list tells enough. */
  private readonly version = computed(() => {
    const [id, heard] = [this.id(), this.heard()];
    if (id === undefined || (!this.store.view() && !this.store.failure())) return undefined;
    const news = heard?.id === id ? heard.count : 0;
    const isListed = this.row() !== undefined;
    if (isListed && news === 0) return undefined;
    return JSON.stringify([id, news, isListed || this.store.freshness().state === 'live']);
  });
  private readonly answer = rxResource({ params: this.version, stream: () => this.load(untracked(this.id) ?? '') });
  private readonly error = computed(() => {
    const error = this.answer.error();
    return error instanceof ApiError ? error : undefined;
  });

  /** The newest that is known; of one that is gone, what was known last. */
  readonly request = linkedSignal<{ readonly id: string | undefined; readonly request: PartnerRequest | undefined }, PartnerRequest | undefined>({
    // With the session all is forgotten.
    source: () => (this.session.status() === 'signed-in' ? { id: this.id(), request: newer(this.row(), this.own()) } : { id: undefined, request: undefined }),
    computation: ({ id, request }, previous) => {
      const before = previous?.source.id === id ? previous?.value : undefined;
      return newer(request, before);
    },
  }).asReadonly();
  private readonly own = computed(() => (this.read()?.id === this.id() ? this.read() : undefined));
  /** As it was when it was opened. */
  private readonly opened = linkedSignal<PartnerRequest | undefined, PartnerRequest | undefined>({
    source: this.request,
    computation: (request, previous) => (previous?.value !== undefined && previous.value.id === request?.id ? previous.value : request),
  });

  readonly isGone = computed(() => {
    const id = this.id();
    return id !== undefined && this.row() === undefined && (this.error()?.code === 'NOT_FOUND' || this.store.news().get(id) === 'deleted');
  });
  /** Why there is nothing to show. */
  readonly failure = computed(() => (this.request() || this.isGone() ? undefined : this.error()));
  readonly isBusy = computed(() => this.actions.busy().has(this.id() ?? ''));
  /** It is said to have changed, and is being read again: until then nothing is to be done to it. */
  readonly isChecking = computed(() => this.answer.isLoading() && this.heard()?.id === this.id());
  /** Somebody else decided it, or took a decision back, while it was open here. */
  readonly isOvertaken = computed(() => {
    const [request, opened] = [this.request(), this.opened()];
    return request !== undefined && opened !== undefined && request.status !== opened.status && !this.actions.isOwn(request);
  });

  constructor() {
    inject(PartnerPlacesSocket)
      .events$.pipe(takeUntilDestroyed())
      .subscribe(({ payload: { id } }) => {
        // The answer to what is under way will say it all.
        if (id !== undefined && id === untracked(this.id) && !untracked(this.actions.busy).has(id)) this.hear(id);
      });
  }

  /** Whether the open request is waiting for this. */
  allows(action: ComposedAction | 'reopen'): boolean {
    const request = this.request();
    if (action === 'reopen' && !this.server.can('reopen-request')) return false;
    return request !== undefined && !this.isGone() && ALLOWED[action].includes(request.status);
  }

  /** Takes in what a refusal says that the request is by now. */
  take(current: unknown): void {
    const parsed = v.safeParse(PartnerRequest, current);
    if (parsed.success) this.read.set(parsed.output);
    const id = this.id();
    if (id !== undefined) this.hear(id);
  }

  /** Takes in the answer to an own action. */
  acted(request: PartnerRequest): void {
    this.read.set(request);
    this.opened.set(request);
  }

  reload(): void {
    this.answer.reload();
  }

  private hear(id: string): void {
    this.heard.update((heard) => ({ id, count: heard?.id === id ? heard.count + 1 : 1 }));
  }

  private load(id: string): Observable<PartnerRequest> {
    return this.api.one(id).pipe(
      tap((state) => {
        this.read.set(state.request);
        this.store.learn(state);
      }),
      map(({ request }) => request),
    );
  }
}

/** No two states of a request share their `updatedAt`, and it only grows. */
function newer(a: PartnerRequest | undefined, b: PartnerRequest | undefined): PartnerRequest | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return Date.parse(b.updatedAt) > Date.parse(a.updatedAt) ? b : a;
}
