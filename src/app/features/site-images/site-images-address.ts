import { computed, inject, Service } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { SiteImageSlotName } from '#contract/site-image-slots';
import * as v from 'valibot';
import { Media } from '../../core/media';
import { readAddress, withoutMisread } from '../../core/address-params';
import { type Section, SECTIONS, sectionOf, type Width, WIDTHS } from './slots';

const PARAMS = {
  slot: v.pipe(v.string(), SiteImageSlotName),
  section: v.pipe(v.string(), v.picklist(SECTIONS)),
  width: v.pipe(v.string(), v.picklist(WIDTHS)),
};

/** What the page shows, as its address says it. */
@Service({ autoProvided: false })
export class SiteImagesAddress {
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly params = toSignal(this.route.queryParamMap, { requireSync: true });
  private readonly isNarrow = inject(Media).isNarrow;

  private readonly read = computed(() => readAddress(this.params(), PARAMS));
  /** What of the address makes no sense. */
  readonly misread = computed(() => this.read().misread);
  /** The slot that a link leads to. */
  readonly slot = computed(() => this.read().values.slot);
  /** A slot's own section counts for more than one that is named beside it. */
  readonly section = computed((): Section => {
    const slot = this.slot();
    return slot ? sectionOf(slot) : (this.read().values.section ?? 'landing');
  });
  /** Left open, it is the one that fits this screen. */
  readonly width = computed((): Width => this.read().values.width ?? (this.isNarrow() ? 'phone' : 'desktop'));

  show(section: Section): void {
    void this.go({ section: section === 'landing' ? null : section, slot: null });
  }

  /** Takes out what makes no sense. */
  reset(): void {
    void this.go(withoutMisread(this.read()));
  }

  resize(width: Width): void {
    void this.go({ width });
  }

  private go(queryParams: Record<string, string | null>): Promise<boolean> {
    return this.router.navigate([], { relativeTo: this.route, queryParams, queryParamsHandling: 'merge' });
  }
}
