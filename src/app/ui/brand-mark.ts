import { Component } from '@angular/core';

/** The product's mark: an m of two arches, as in favicon.svg. Decoration only; the name stands beside it. */
@Component({
  selector: 'app-brand-mark',
  template: `
    <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <rect width="24" height="24" rx="7" />
      <path d="M6 17v-5.5a3 3 0 0 1 6 0V17m0-5.5a3 3 0 0 1 6 0V17" />
    </svg>
  `,
  styles: `
    :host {
      display: inline-grid;
      flex: none;
      inline-size: var(--brand-size, 1.5rem);
      block-size: var(--brand-size, 1.5rem);
    }

    rect {
      fill: var(--brand);
    }

    path {
      fill: none;
      stroke: var(--accent-ink);
      stroke-linecap: round;
      stroke-linejoin: round;
      stroke-width: 2.4;
    }

    @media (forced-colors: active) {
      svg {
        forced-color-adjust: none;
      }
    }
  `,
})
export class BrandMark {}
