import { BreakpointObserver } from '@angular/cdk/layout';
import { computed, inject, Service } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { map } from 'rxjs';
import { isSlot, type Section, SECTIONS, sectionOf, type Width, WIDTHS } from './slots';

/** What the page shows, as its address says it. What does not belong in an address is ignored. */
@Service({ autoProvided: false })
export class SiteImagesAddress {
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly params = toSignal(this.route.queryParamMap, { requireSync: true });
  private readonly isNarrow = toSignal(
    inject(BreakpointObserver)
      .observe('(width < 900px)')
      .pipe(map(({ matches }) => matches)),
    { requireSync: true },
  );

  /** The slot that a link leads to. */
  readonly slot = computed(() => {
    const name = this.params().get('slot');
    return isSlot(name) ? name : undefined;
  });
  /** A slot's own section counts for more than one that is named beside it. */
  readonly section = computed((): Section => {
    const slot = this.slot();
    return slot ? sectionOf(slot) : (oneOf(SECTIONS, this.params().get('section')) ?? 'landing');
  });
  /** Left open, it is the one that fits this screen. */
  readonly width = computed((): Width => oneOf(WIDTHS, this.params().get('width')) ?? (this.isNarrow() ? 'phone' : 'desktop'));

  show(section: Section): void {
    void this.go({ section: section === 'landing' ? null : section, slot: null });
  }

  resize(width: Width): void {
    void this.go({ width });
  }

  private go(queryParams: Record<string, string | null>): Promise<boolean> {
    return this.router.navigate([], { relativeTo: this.route, queryParams, queryParamsHandling: 'merge' });
  }
}

function oneOf<T extends string>(known: readonly T[], name: string | null): T | undefined {
  return known.find((value) => value === name);
}
