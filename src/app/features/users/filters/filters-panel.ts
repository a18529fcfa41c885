import { Component, computed, DestroyRef, inject, signal } from '@angular/core';
import { USER_VERIFICATIONS, type UsersSummary } from '#contract/users';
import { type Subscription } from 'rxjs';
import { type ApiError, toApiError } from '../../../core/api/api-error';
import { UsersApi } from '../../../core/api/users-api';
import { Formats, LocalNumber } from '../../../core/i18n/formats';
import { T } from '../../../core/i18n/texts';
import { ErrorState } from '../../../ui/error-state';
import { SkeletonRows } from '../../../ui/skeleton-rows';
import { UsersAddress } from '../users-address';

/** Which users to show, by what they have verified and where they are from. It all stands in the address. */
@Component({
  selector: 'app-filters-panel',
  imports: [ErrorState, LocalNumber, SkeletonRows, T],
  templateUrl: './filters-panel.html',
  styleUrl: './filters-panel.scss',
})
export class FiltersPanel {
  private readonly api = inject(UsersApi);
  private readonly formats = inject(Formats);
  protected readonly address = inject(UsersAddress);

  protected readonly verifications = USER_VERIFICATIONS;
  private readonly summary = signal<UsersSummary | undefined>(undefined);
  protected readonly failure = signal<ApiError | undefined>(undefined);
  private asking: Subscription | undefined;
  protected readonly chosen = computed(() => new Set(this.address.query().country));
  /** The most frequent first; whatever was chosen is among them. */
  protected readonly countries = computed(() => {
    const counted = this.summary()?.byCountry;
    if (!counted) return undefined;
    const known = new Set(counted.map(({ countryCode }) => countryCode));
    const others = [...this.chosen()].filter((code) => !known.has(code)).map((countryCode) => ({ countryCode, countryName: countryCode, total: 0 }));
    return [...others, ...[...counted].sort((a, b) => b.total - a.total)].map(({ countryCode, countryName, total }) => ({
      code: countryCode,
      name: this.formats.country(countryCode) ?? countryName,
      total,
    }));
  });

  constructor() {
    this.count();
    inject(DestroyRef).onDestroy(() => this.asking?.unsubscribe());
  }

  /** Asks how many users each country has. */
  protected count(): void {
    this.failure.set(undefined);
    this.asking = this.api.summary().subscribe({
      next: (summary) => this.summary.set(summary),
      error: (error: unknown) => this.failure.set(toApiError(error)),
    });
  }
}
