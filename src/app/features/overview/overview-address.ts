import { computed, inject, Service } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import * as v from 'valibot';
import { readAddress, withoutMisread } from '../../core/address-params';
import { ACTIVITY_GROUPS, type ActivityGroup } from './feed/activity-groups';

/** The charts that can also be read as tables. */
export const CHARTS = ['days', 'countries'] as const;
export type ChartName = (typeof CHARTS)[number];

const PARAMS = { activity: v.pipe(v.string(), v.picklist(ACTIVITY_GROUPS)) };

/** What the page shows, as its address says it: which activity, and which charts as tables. */
@Service({ autoProvided: false })
export class OverviewAddress {
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly params = toSignal(this.route.queryParamMap, { requireSync: true });

  private readonly read = computed(() => readAddress(this.params(), PARAMS));
  /** What of the address makes no sense. */
  readonly misread = computed(() => this.read().misread);
  /** Undefined for all. */
  readonly activity = computed(() => this.read().values.activity);
  readonly tables = computed(() => CHARTS.filter((chart) => this.params().get('tables')?.split(',').includes(chart)), {
    equal: (a, b) => a.join() === b.join(),
  });

  show(activity: ActivityGroup | undefined): void {
    void this.go({ activity: activity ?? null });
  }

  /** Takes out what makes no sense. */
  reset(): void {
    void this.go(withoutMisread(this.read()));
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
