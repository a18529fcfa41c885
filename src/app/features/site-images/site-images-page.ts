import { afterRenderEffect, Component, computed, DOCUMENT, inject, untracked, viewChild } from '@angular/core';
import { mdiCellphone, mdiMonitor } from '@mdi/js';
import type { SiteImageSlot } from '#contract/site-settings';
import { T } from '../../core/i18n/texts';
import { isCovered } from '../../core/shortcuts/key-press';
import { Shortcuts } from '../../core/shortcuts/shortcuts';
import { BrandMark } from '../../ui/brand-mark';
import { ErrorState } from '../../ui/error-state';
import { FreshnessRegistry, type FreshPanel } from '../../ui/freshness';
import { FreshnessChip } from '../../ui/freshness-chip';
import { MisreadAddress } from '../../ui/misread-address';
import { type Segment, Segments } from '../../ui/segments';
import { Toasts } from '../../ui/toasts';
import { ImageActions } from './image-actions';
import { AboutMock } from './mock/about-mock';
import { LandingMock } from './mock/landing-mock';
import { SiteImagesAddress } from './site-images-address';
import { SiteImagesStore } from './site-images-store';
import type { SlotCard } from './slot/slot-card';
import type { Section, Width } from './slots';
import { ImageUploads } from './upload/image-uploads';

/** The images of the site, live, each as it is framed there: looked at, replaced, removed. */
@Component({
  selector: 'app-site-images-page',
  imports: [AboutMock, BrandMark, ErrorState, FreshnessChip, LandingMock, MisreadAddress, Segments, T],
  providers: [SiteImagesAddress, SiteImagesStore, ImageActions, ImageUploads],
  templateUrl: './site-images-page.html',
  styleUrl: './site-images-page.scss',
  host: {
    '(document:paste)': 'paste($event)',
    '(window:beforeunload)': 'hold($event)',
  },
})
export class SiteImagesPage {
  private readonly document = inject(DOCUMENT);
  private readonly toasts = inject(Toasts);
  protected readonly address = inject(SiteImagesAddress);
  protected readonly store = inject(SiteImagesStore);
  private readonly uploads = inject(ImageUploads);
  private readonly mock = viewChild<LandingMock | AboutMock>('mock');

  protected readonly panel: FreshPanel = { id: 'site-images', name: 'pages.siteImages', freshness: this.store.freshness };
  protected readonly sections: readonly Segment<Section>[] = [
    { value: 'landing', label: 'siteImages.section.landing' },
    { value: 'about', label: 'siteImages.section.about' },
  ];
  protected readonly widths: readonly Segment<Width>[] = [
    { value: 'desktop', label: 'siteImages.width.desktop', icon: mdiMonitor },
    { value: 'phone', label: 'siteImages.width.phone', icon: mdiCellphone },
  ];
  /** Why there is nothing to show; a server that does not answer at all leaves no reason of its own. */
  protected readonly failure = computed(() => {
    const { state } = this.store.freshness();
    return this.store.failure() ?? (state === 'stale' || state === 'offline' ? { code: 'NETWORK' } : null);
  });
  private reached: SiteImageSlot | undefined;

  constructor() {
    inject(FreshnessRegistry).register(this.panel);
    inject(Shortcuts).register('pages.siteImages', [
      { key: 'j', label: 'siteImages.keys.next', run: () => this.step(1) },
      { key: 'k', label: 'siteImages.keys.previous', run: () => this.step(-1) },
      { key: 'u', label: 'siteImages.keys.choose', run: () => this.choose() },
      { key: 'v', withCommand: true, label: 'siteImages.keys.paste' },
      { key: 'w', label: 'siteImages.keys.width', run: () => this.address.resize(this.address.width() === 'phone' ? 'desktop' : 'phone') },
    ]);
    afterRenderEffect(() => {
      const slot = this.address.slot();
      const card = this.mock()
        ?.cards()
        .find((other) => other.slot() === slot);
      untracked(() => this.reach(slot, card));
    });
  }

  /** The browser asks before it leaves with an upload under way. */
  protected hold(event: Event): void {
    if (this.uploads.isSending()) event.preventDefault();
  }

  protected paste(event: ClipboardEvent): void {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0 || isCovered(this.document)) return;
    event.preventDefault();
    const card = this.current();
    if (card) card.take(files);
    else this.toasts.say({ key: 'siteImages.pasteWhere' });
  }

  /** Goes to the slot that the address names, once. */
  private reach(slot: SiteImageSlot | undefined, card: SlotCard | undefined): void {
    if (slot === this.reached || (slot !== undefined && !card)) return;
    this.reached = slot;
    card?.focus();
  }

  /** The slot that has the focus. */
  private current(): SlotCard | undefined {
    return this.mock()
      ?.cards()
      .find((card) => card.holds(this.document.activeElement));
  }

  private step(by: 1 | -1): void {
    const cards = this.mock()?.cards() ?? [];
    const current = this.current();
    const next = current ? cards.indexOf(current) + by : by === 1 ? 0 : cards.length - 1;
    cards[Math.max(0, Math.min(next, cards.length - 1))]?.focus();
  }

  private choose(): void {
    const card = this.current();
    if (card) card.choose();
    else this.step(1);
  }
}
