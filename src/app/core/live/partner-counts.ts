import { computed, DestroyRef, DOCUMENT, inject, Service, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { StreamPosition } from '#contract/stream';
import { PartnerRequestsSummary } from '#contract/partner-places';
import { fromEvent, type Subscription } from 'rxjs';
import { type Answer, ApiClient } from '../api/api-client';
import { positionOf } from '../api/position-of';
import { PartnerPlacesSocket } from '../realtime/partner-places-socket';
import { Session } from '../session/session';
import type { LinkEvent } from '../sync/heart/link';

/** Changes gather for this long before the counts are asked for again, and never more often than that. */
const GATHER_MS = 200;
const PACE_MS = 1_000;
/** An older server greets nobody: so long after a connection it is asked instead. */
const GREETING_MS = 400;
const RETRY_MS = 2_000;
const RETRY_MAX_MS = 60_000;

/** How many partner requests there are of each status: asked for again whenever something may have changed, at a pace, while somebody looks. */
@Service()
export class PartnerCounts {
  private readonly api = inject(ApiClient);
  private readonly session = inject(Session);
  private readonly document = inject(DOCUMENT);
  private readonly counted = signal<PartnerRequestsSummary | undefined>(undefined);
  private position: StreamPosition | undefined;
  private askedAt = -Infinity;
  private failures = 0;
  private isDue = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private request: Subscription | undefined;

  /** Undefined before the first answer. */
  readonly byStatus = computed(() => this.counted()?.byStatus);

  constructor() {
    inject(PartnerPlacesSocket)
      .link$.pipe(takeUntilDestroyed())
      .subscribe((event) => this.hear(event));
    fromEvent(this.document, 'visibilitychange')
      .pipe(takeUntilDestroyed())
      .subscribe(() => this.isDue && this.ask());
    this.session.ended$.pipe(takeUntilDestroyed()).subscribe(() => this.forget());
    inject(DestroyRef).onDestroy(() => this.forget());
  }

  private hear(event: LinkEvent<unknown>): void {
    if (event.kind === 'up') this.askIn(GREETING_MS);
    else if (event.kind === 'hint') this.askIn(GATHER_MS);
    else if (event.kind === 'batch') {
      const { log, head } = event.batch;
      const isNews = this.position?.log !== log || this.position.seq < head;
      if (isNews) this.askIn(GATHER_MS);
      else if (event.batch.entries.length === 0) this.rest();
    }
  }

  private askIn(ms: number): void {
    if (this.timer !== undefined || this.session.status() !== 'signed-in') return;
    const wait = Math.max(ms, this.askedAt + PACE_MS - performance.now());
    this.timer = setTimeout(() => this.ask(), wait);
  }

  private ask(): void {
    this.rest();
    // Nobody looks at a hidden page: it asks when it is shown again.
    this.isDue = this.document.hidden;
    if (this.isDue) return;
    this.askedAt = performance.now();
    this.request?.unsubscribe();
    this.request = this.api.request('GET', '/partner-places/summary', PartnerRequestsSummary).subscribe({
      next: (answer) => this.take(answer),
      error: () => this.askIn(Math.min(RETRY_MAX_MS, RETRY_MS * 2 ** this.failures++)),
    });
  }

  private take(answer: Answer<PartnerRequestsSummary>): void {
    this.failures = 0;
    this.position = positionOf(answer, 'partner-places').position;
    this.counted.set(answer.body);
  }

  private rest(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private forget(): void {
    this.rest();
    this.request?.unsubscribe();
    this.position = undefined;
    this.counted.set(undefined);
  }
}
