import { Component, computed, ElementRef, inject, input, linkedSignal, viewChild } from '@angular/core';
import { mdiDeleteOutline, mdiSwapHorizontal, mdiUpload } from '@mdi/js';
import { SITE_IMAGE_TYPES } from '#contract/site-image-changes';
import type { SiteImageSlot } from '#contract/site-settings';
import { Formats } from '../../../core/i18n/formats';
import { T } from '../../../core/i18n/texts';
import { Icon } from '../../../ui/icon';
import { ImageActions } from '../image-actions';
import { SiteImagesAddress } from '../site-images-address';
import { SiteImagesStore } from '../site-images-store';
import { frameOf, ratioOf } from '../slots';
import { ImageUploads } from '../upload/image-uploads';
import { SlotImage } from './slot-image';
import { SlotUpload } from './slot-upload';

/** One image of the site in its frame, with what can be done to it: by its buttons, by dropping a file on it, or by pasting one. */
@Component({
  selector: 'app-slot-card',
  imports: [Icon, SlotImage, SlotUpload, T],
  templateUrl: './slot-card.html',
  styleUrl: './slot-card.scss',
  host: {
    role: 'group',
    '[attr.data-slot]': 'slot()',
    '[attr.aria-labelledby]': 'nameId()',
    '[attr.aria-busy]': 'isBusy() || null',
    '[attr.aria-current]': 'address.slot() === slot() || null',
    '[attr.data-mark]': 'mark()',
    '[class.target]': 'isTarget()',
    '(dragover)': 'welcome($event)',
    '(dragleave)': 'endDrag($event)',
    '(drop)': 'drop($event)',
  },
})
export class SlotCard {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly formats = inject(Formats);
  protected readonly address = inject(SiteImagesAddress);
  protected readonly store = inject(SiteImagesStore);
  private readonly actions = inject(ImageActions);
  private readonly uploads = inject(ImageUploads);
  readonly slot = input.required<SiteImageSlot>();

  private readonly chooser = viewChild.required<ElementRef<HTMLButtonElement>>('chooser');
  private readonly picker = viewChild.required<ElementRef<HTMLInputElement>>('picker');
  protected readonly icons = { add: mdiUpload, replace: mdiSwapHorizontal, remove: mdiDeleteOutline };
  protected readonly types = SITE_IMAGE_TYPES.join();

  protected readonly nameId = computed(() => `slot-${this.slot()}`);
  protected readonly url = computed(() => this.store.url(this.slot()));
  protected readonly upload = computed(() => this.uploads.all().get(this.slot()));
  protected readonly isBusy = computed(() => this.actions.busy().has(this.slot()));
  /** Nothing can be begun here now. */
  protected readonly isClosed = computed(() => this.isBusy() || this.store.pause() !== null || this.upload()?.phase === 'checking');
  protected readonly picture = computed(() => {
    const upload = this.upload();
    return upload?.phase === 'sending' ? upload.image.preview : null;
  });
  protected readonly ratio = computed(() => ratioOf(this.slot(), this.address.width()));
  /** What its frame is made for: 2,400 × 1,350. */
  protected readonly size = computed(() => {
    const { width, height } = frameOf(this.slot());
    return `${this.formats.number(width)} × ${this.formats.number(height)}`;
  });
  /** A new image is marked for a moment; odd and even, since a mark that stands already starts again under another name. */
  protected readonly mark = linkedSignal<string | null, 'odd' | 'even' | null>({
    source: this.url,
    computation: (_url, previous) => (previous ? (previous.value === 'odd' ? 'even' : 'odd') : null),
  });

  /** The image that was there when a file began to be chosen or dragged here. */
  private seen: string | null = null;
  protected readonly isTarget = linkedSignal({ source: this.isClosed, computation: () => false });

  /** Brings all of it into view: the button that takes the focus lies below the image. */
  focus(): void {
    this.chooser().nativeElement.focus({ preventScroll: true });
    this.host.scrollIntoView({ block: 'nearest' });
  }

  holds(element: Element | null): boolean {
    return this.host.contains(element);
  }

  /** Opens the file picker. */
  choose(): void {
    if (this.isClosed()) return;
    this.seen = this.url();
    this.picker().nativeElement.click();
  }

  /** Takes files as they are. */
  take(files: readonly File[], seen = this.url()): void {
    if (!this.isClosed()) void this.uploads.offer(this.slot(), files, seen);
  }

  protected pick(): void {
    const { nativeElement: picker } = this.picker();
    this.take([...(picker.files ?? [])], this.seen);
    // The same file can be chosen once more.
    picker.value = '';
  }

  protected remove(): void {
    const url = this.url();
    if (url === null || this.isClosed()) return;
    // The button goes with the image.
    this.focus();
    this.uploads.dismiss(this.slot());
    void this.actions.remove(this.slot(), url);
  }

  protected welcome(event: DragEvent): void {
    if (this.isClosed() || !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    if (!this.isTarget()) this.seen = this.url();
    this.isTarget.set(true);
  }

  protected endDrag(event: DragEvent): void {
    const { currentTarget, relatedTarget } = event;
    if (currentTarget instanceof Node && relatedTarget instanceof Node && currentTarget.contains(relatedTarget)) return;
    this.isTarget.set(false);
  }

  protected drop(event: DragEvent): void {
    if (!this.isTarget()) return;
    this.isTarget.set(false);
    event.preventDefault();
    this.take([...(event.dataTransfer?.files ?? [])], this.seen);
  }
}
