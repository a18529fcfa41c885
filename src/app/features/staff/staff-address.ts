import { computed, inject, Service } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';

/** Which admins are shown. `ending`: those whose contract ends soon or has ended. */
export const STAFF_FILTERS = ['all', 'active', 'banned', 'ending'] as const;
export type StaffFilter = (typeof STAFF_FILTERS)[number];

/** What the page shows, as its address says it. What does not belong in an address is ignored. */
@Service({ autoProvided: false })
export class StaffAddress {
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly params = toSignal(this.route.queryParamMap, { requireSync: true });

  readonly filter = computed((): StaffFilter => STAFF_FILTERS.find((filter) => filter === this.params().get('show')) ?? 'all');
  readonly search = computed(() => this.params().get('q')?.trim() ?? '');

  show(filter: StaffFilter): void {
    void this.go({ show: filter === 'all' ? null : filter });
  }

  /** While one search is typed out, Back is not to go through it letter by letter. */
  find(text: string): void {
    void this.go({ q: text.trim() === '' ? null : text.trim() }, this.search() !== '');
  }

  clear(): void {
    void this.go({ q: null, show: null });
  }

  private go(queryParams: Record<string, string | null>, replaceUrl = false): Promise<boolean> {
    return this.router.navigate([], { relativeTo: this.route, queryParams, queryParamsHandling: 'merge', replaceUrl });
  }
}
