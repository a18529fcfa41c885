import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { allowedImageUrl, IMAGE_ORIGIN } from './image-origin';

/** A person's photo, or initials where there is none, it may not be shown, or it does not load. Decoration: the name stands beside it. */
@Component({
  selector: 'app-avatar',
  template: `
    @if (photo() && !broken()) {
      <img [src]="photo()" alt="" loading="lazy" decoding="async" referrerpolicy="no-referrer" (error)="broken.set(true)" />
    } @else {
      {{ initials() }}
    }
  `,
  styles: `
    :host {
      display: inline-grid;
      flex: none;
      place-items: center;
      inline-size: var(--avatar-size, 1.75rem);
      block-size: var(--avatar-size, 1.75rem);
      border-radius: var(--round);
      background: var(--raised);
      color: var(--ink-2);
      font-size: calc(var(--avatar-size, 1.75rem) * 0.4);
      font-weight: 600;
      line-height: 1;
      overflow: hidden;
      user-select: none;
    }

    img {
      inline-size: 100%;
      block-size: 100%;
      object-fit: cover;
    }
  `,
  host: { 'aria-hidden': 'true' },
})
export class Avatar {
  readonly name = input.required<string>();
  readonly photoUrl = input<string | null>(null);

  private readonly origin = inject(IMAGE_ORIGIN);
  protected readonly photo = computed(() => allowedImageUrl(this.photoUrl(), this.origin));
  protected readonly broken = linkedSignal({ source: this.photo, computation: () => false });
  protected readonly initials = computed(() => initialsOf(this.name()));
}

/**
 * First letters of the first and the last word: "António Ferreira da Silva" is AS. Arabic letters would join into something
 * that is no word, so a zero-width non-joiner keeps them apart.
 */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/u).filter((word) => /^\p{L}/u.test(word));
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word) => firstLetter(word ?? '')).join('\u200c');
}

const LETTERS = new Intl.Segmenter();

function firstLetter(word: string): string {
  const [first] = LETTERS.segment(word);
  return first?.segment.toLocaleUpperCase() ?? '';
}
