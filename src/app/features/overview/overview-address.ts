import { computed, inject, Service } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { ACTIVITY_GROUPS, type ActivityGroup } from './feed/activity-groups';

/** The charts that can also be read as tables. */
export const CHARTS = ['days', 'countries'] as const;
export type ChartName = (typeof CHARTS)[number];

/** What the page shows, as its address says it: which activity, and which charts as tables. What does not belong in an address is ignored. */
@Service({ autoProvided: false })
export class OverviewAddress {
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly params = toSignal(this.route.queryParamMap, { requireSync: true });

  /** Undefined for all. */
  readonly activity = computed(() => ACTIVITY_GROUPS.find((group) => group === this.params().get('activity')));
  readonly tables = computed(() => CHARTS.filter((chart) => this.params().get('tables')?.split(',').includes(chart)), {
    equal: (a, b) => a.join() === b.join(),
  });

  show(activity: ActivityGroup | undefined): void {
    void this.go({ activity: activity ?? null });
  }

  /** Shows a chart as a table, or the other way round. */
  toggle(chart: ChartName): void {
    const tables = CHARTS.filter((other) => this.tables().includes(other) !== (other === chart));
    void this.go({ tables: tables.join(',') || null });
  }

  private go(queryParams: Record<string, string | null>): Promise<boolean> {
    return this.router.navigate([], { relativeTo: this.route, queryParams, queryParamsHandling: 'merge' });
  }
}
