import { computed, createEnvironmentInjector, DestroyRef, EnvironmentInjector, inject, Service, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { PartnerRequestsSummary } from '#contract/partner-places';
import { OverviewApi } from '../api/overview-api';
import { feedAnswer } from '../realtime/feed-answer';
import { PartnerPlacesSocket } from '../realtime/partner-places-socket';
import { Session } from '../session/session';
import { SnapshotStore } from './snapshot-store';

/** Their events do not say what changed. */
@Service({ autoProvided: false })
class CountsOfSession extends SnapshotStore<PartnerRequestsSummary> {
  constructor() {
    const api = inject(OverviewApi);
    const socket = inject(PartnerPlacesSocket);
    super({
      fetch: (signal) => feedAnswer(api.queue(), signal),
      streams: (depend) => depend('partner-places', socket, () => undefined),
    });
  }
}

/** How many partner requests there are, by status and age: live, and the same for the menu and every page, for as long as a session lasts. */
@Service()
export class PartnerCounts {
  private readonly injector = inject(EnvironmentInjector);
  private life: EnvironmentInjector | undefined;
  private readonly counts = signal(this.begin());

  /** Undefined before the first answer. */
  readonly value = computed(() => this.counts().value());
  readonly byStatus = computed(() => this.value()?.byStatus);
  readonly freshness = computed(() => this.counts().freshness());
  /** Why the last answer asked for did not come; null once one has. */
  readonly failure = computed(() => this.counts().failure());

  constructor() {
    // Those of the session before ended with it.
    inject(Session)
      .started$.pipe(takeUntilDestroyed())
      .subscribe(() => this.counts.set(this.begin()));
    inject(DestroyRef).onDestroy(() => this.life?.destroy());
  }

  /** Asks the server at once how things stand. */
  check(): void {
    this.counts().check();
  }

  private begin(): CountsOfSession {
    this.life?.destroy();
    this.life = createEnvironmentInjector([CountsOfSession], this.injector);
    return this.life.get(CountsOfSession);
  }
}
