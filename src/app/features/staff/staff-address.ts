import { computed, inject, Service } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import * as v from 'valibot';
import { readAddress, withoutMisread } from '../../core/address-params';

/** Which admins are shown. `ending`: those whose contract ends soon or has ended. */
export const STAFF_FILTERS = ['all', 'active', 'banned', 'ending'] as const;
export type StaffFilter = (typeof STAFF_FILTERS)[number];

const PARAMS = { show: v.pipe(v.string(), v.picklist(STAFF_FILTERS)), q: v.pipe(v.string(), v.trim()) };

/** What the page shows, as its address says it. */
@Service({ autoProvided: false })
export class StaffAddress {
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly params = toSignal(this.route.queryParamMap, { requireSync: true });

  private readonly read = computed(() => readAddress(this.params(), PARAMS));
  /** What of the address makes no sense. */
  readonly misread = computed(() => this.read().misread);
  readonly filter = computed((): StaffFilter => this.read().values.show ?? 'all');
  readonly search = computed(() => this.read().values.q ?? '');

  show(filter: StaffFilter): void {
    void this.go({ show: filter === 'all' ? null : filter });
  }

  /** While one search is typed out, Back is not to go through it letter by letter. */
  find(text: string): void {
    void this.go({ q: text.trim() === '' ? null : text.trim() }, this.search() !== '');
  }

  /** Takes out what makes no sense. */
  reset(): void {
    void this.go(withoutMisread(this.read()));
  }

  clear(): void {
    void this.go({ q: null, show: null });
  }

  private go(queryParams: Record<string, string | null>, replaceUrl = false): Promise<boolean> {
    return this.router.navigate([], { relativeTo: this.route, queryParams, queryParamsHandling: 'merge', replaceUrl });
  }
}
