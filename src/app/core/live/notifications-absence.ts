import { inject, Service, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Session } from '../session/session';

/** Whether the server keeps notifications from this account for good: then none are offered. */
@Service()
export class NotificationsAbsence {
  private readonly refused = signal(false);
  readonly isRefused = this.refused.asReadonly();

  constructor() {
    inject(Session)
      .started$.pipe(takeUntilDestroyed())
      .subscribe(() => this.refused.set(false));
  }

  note(): void {
    this.refused.set(true);
  }
}
