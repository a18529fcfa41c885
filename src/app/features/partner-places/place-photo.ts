import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { mdiStorefrontOutline } from '@mdi/js';
import { T } from '../../core/i18n/texts';
import { Icon } from '../../ui/icon';
import { allowedImageUrl, IMAGE_ORIGIN } from '../../ui/image-origin';

/** A place's photo: small, as decoration beside its name, or large. One that does not load says so where there is room for words. */
@Component({
  selector: 'app-place-photo',
  imports: [Icon, T],
  template: `
    @if (photo() && !isBroken()) {
      <img [src]="photo()" [alt]="alt()" loading="lazy" decoding="async" referrerpolicy="no-referrer" (error)="isBroken.set(true)" />
    } @else {
      <app-icon [path]="icon" />
      @if (isLarge()) {
        <p>
          @if (imageUrl(); as url) {
            {{ 'partnerPlaces.photo.broken' | t }} <bdi dir="ltr">{{ url }}</bdi>
          } @else {
            {{ 'partnerPlaces.photo.none' | t }}
          }
        </p>
      }
    }
  `,
  styles: `
    :host {
      display: grid;
      flex: none;
      place-items: center;
      inline-size: 2.5rem;
      block-size: 2.5rem;
      border-radius: var(--s1);
      background: var(--raised);
      color: var(--ink-3);
      overflow: hidden;
    }

    img {
      inline-size: 100%;
      block-size: 100%;
      object-fit: cover;
    }

    :host(.large) {
      grid-auto-flow: column;
      justify-content: center;
      gap: var(--s2);
      inline-size: 100%;
      block-size: auto;
      min-block-size: 3.5rem;
      border-radius: var(--radius);

      img {
        max-block-size: 13.75rem;
      }

      p {
        font: var(--text-s);
        overflow-wrap: anywhere;
      }
    }
  `,
  host: { '[class.large]': 'isLarge()' },
})
export class PlacePhoto {
  readonly imageUrl = input.required<string | null>();
  readonly alt = input('');
  readonly isLarge = input(false);

  private readonly origin = inject(IMAGE_ORIGIN);
  protected readonly icon = mdiStorefrontOutline;
  protected readonly photo = computed(() => allowedImageUrl(this.imageUrl(), this.origin));
  protected readonly isBroken = linkedSignal({ source: this.photo, computation: () => false });
}
