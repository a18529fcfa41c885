import { Component, computed, inject, signal } from '@angular/core';
import { takeUntilDestroyed, toSignal } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { mdiClose } from '@mdi/js';
import { catchError, of, takeUntil } from 'rxjs';
import { OverviewApi } from '../../../core/api/overview-api';
import { Ago, LocalDate } from '../../../core/i18n/formats';
import { T } from '../../../core/i18n/texts';
import { attempt } from '../../../core/preference';
import { Session } from '../../../core/session/session';
import { Icon } from '../../../ui/icon';
import { SINCE_PLACES, sinceGroups } from './since-groups';

/** Which time away was dismissed, by its end: the beginning of the session. */
const DISMISSED = 'moien.since-dismissed';

/** What happened between one's last visit and this one, until it is dismissed. Nothing where nothing did, and where the server cannot tell. */
@Component({
  selector: 'app-since-you-left',
  imports: [Ago, Icon, LocalDate, RouterLink, T],
  templateUrl: './since-you-left.html',
  styleUrl: './since-you-left.scss',
})
export class SinceYouLeft {
  protected readonly icons = { close: mdiClose };
  protected readonly places = SINCE_PLACES;
  private readonly dismissed = signal(attempt(() => localStorage.getItem(DISMISSED)));
  private readonly session = inject(Session);
  // It is an extra: where it cannot be had, the page is whole without it.
  private readonly away = toSignal(
    inject(OverviewApi)
      .sinceYouLeft()
      .pipe(
        catchError(() => of(null)),
        takeUntil(this.session.ended$),
        takeUntilDestroyed(),
      ),
  );

  protected readonly told = computed(() => {
    const away = this.away();
    if (!away || away.to === this.dismissed()) return undefined;
    const lines = sinceGroups(away.counts);
    return lines.length > 0 && this.session.status() !== 'signed-out' ? { ...away, lines } : undefined;
  });

  protected dismiss(to: string): void {
    this.dismissed.set(to);
    attempt(() => localStorage.setItem(DISMISSED, to));
  }
}
