import { Component, computed, inject, input } from '@angular/core';
import { SITE_IMAGE_MAX_BYTES, SITE_IMAGE_MAX_PIXELS } from '#contract/site-image-changes';
import type { SiteImageSlot } from '#contract/site-settings';
import { ErrorTexts } from '../../../core/i18n/error-texts';
import { Formats } from '../../../core/i18n/formats';
import { isolated } from '../../../core/i18n/isolated';
import { T } from '../../../core/i18n/texts';
import type { MessageArgs } from '../../../core/i18n/translations';
import { SiteImagesStore } from '../site-images-store';
import { frameOf } from '../slots';
import { ImageUploads, type Upload } from '../upload/image-uploads';
import { LocalPicture } from './local-picture';

/** What becomes of a chosen file, below its frame: how far it has come, what is wrong with it, what has to be decided. */
@Component({
  selector: 'app-slot-upload',
  imports: [LocalPicture, T],
  templateUrl: './slot-upload.html',
  styleUrl: './slot-upload.scss',
})
export class SlotUpload {
  private readonly errorTexts = inject(ErrorTexts);
  private readonly formats = inject(Formats);
  protected readonly store = inject(SiteImagesStore);
  protected readonly uploads = inject(ImageUploads);
  readonly slot = input.required<SiteImageSlot>();
  readonly upload = input.required<Upload>();

  /** The numbers that the words are about, as this language writes them. */
  protected readonly args = computed((): MessageArgs => {
    const upload = this.upload();
    const frame = frameOf(this.slot());
    const pixels = (width: number, height: number) => `${this.formats.number(width)} × ${this.formats.number(height)}`;
    return {
      megabytes: SITE_IMAGE_MAX_BYTES / 1024 / 1024,
      megapixels: SITE_IMAGE_MAX_PIXELS / 1_000_000,
      frame: isolated(pixels(frame.width, frame.height)),
      image: 'image' in upload ? isolated(pixels(upload.image.width, upload.image.height)) : '',
    };
  });
  protected readonly percent = computed(() => {
    const upload = this.upload();
    return upload.phase === 'sending' ? Math.floor(upload.share * 100) : 0;
  });
  protected readonly why = computed(() => {
    const upload = this.upload();
    return upload.phase === 'failed' ? this.errorTexts.get(upload.why) : '';
  });
  protected readonly percentText = computed(() => this.formats.percent(this.percent() / 100));
  protected readonly requestId = computed(() => {
    const upload = this.upload();
    return upload.phase === 'failed' && upload.why.code === 'INTERNAL' ? upload.why.requestId : undefined;
  });
  protected readonly by = computed(() => {
    const upload = this.upload();
    return upload.phase === 'overtaken' && upload.by !== null ? isolated(upload.by) : null;
  });

  protected confirm(): void {
    if (this.store.pause() === null) void this.uploads.confirm(this.slot());
  }
}
