import { Component, computed, type ElementRef, inject, input, linkedSignal, viewChild } from '@angular/core';
import { mdiImageBrokenVariant, mdiImagePlusOutline } from '@mdi/js';
import { T } from '../../../core/i18n/texts';
import { Icon } from '../../../ui/icon';
import { allowedImageUrl, IMAGE_ORIGIN } from '../../../ui/image-origin';
import { LocalPicture } from './local-picture';

type Sight = 'empty' | 'loading' | 'shown' | 'failed' | 'forbidden';

/** What is in a frame of the site: its image, a file on its way there, nothing yet, or an image that cannot be shown. */
@Component({
  selector: 'app-slot-image',
  imports: [Icon, LocalPicture, T],
  templateUrl: './slot-image.html',
  styleUrl: './slot-image.scss',
})
export class SlotImage {
  readonly url = input.required<string | null>();
  /** A file on its way: it covers what is there. */
  readonly picture = input<ImageBitmap | null>(null);

  private readonly element = viewChild<ElementRef<HTMLImageElement>>('image');
  private readonly origin = inject(IMAGE_ORIGIN);
  protected readonly icons = { broken: mdiImageBrokenVariant, empty: mdiImagePlusOutline };
  protected readonly address = computed(() => allowedImageUrl(this.url(), this.origin));
  private readonly loaded = linkedSignal<string | null, 'loading' | 'shown' | 'failed'>({ source: this.address, computation: () => 'loading' });

  readonly sight = computed((): Sight => {
    if (this.url() === null) return 'empty';
    return this.address() === null ? 'forbidden' : this.loaded();
  });
  /** Stays until the image that takes its place is here: the one before must not flash up in between. */
  protected readonly cover = linkedSignal<{ picture: ImageBitmap | null; sight: Sight }, ImageBitmap | null>({
    source: () => ({ picture: this.picture(), sight: this.sight() }),
    computation: ({ picture, sight }, previous) => picture ?? (sight === 'loading' ? (previous?.value ?? null) : null),
  });

  /** Asks for the image again. */
  retry(): void {
    const element = this.element()?.nativeElement;
    const address = this.address();
    if (!element || address === null) return;
    this.loaded.set('loading');
    element.src = address;
  }

  protected settle(result: 'shown' | 'failed'): void {
    this.loaded.set(result);
  }
}
