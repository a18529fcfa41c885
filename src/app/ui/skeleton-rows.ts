import { Component, computed, input } from '@angular/core';
import { T } from '../core/i18n/texts';

/** Rows to come, for the first load only: what is already there is never covered. */
@Component({
  selector: 'app-skeleton-rows',
  imports: [T],
  template: `
    <span class="visually-hidden">{{ 'state.loading' | t }}</span>
    @for (row of rows(); track row) {
      <div class="row" aria-hidden="true"><i class="round"></i><i></i><i></i><i class="short"></i></div>
    }
  `,
  styles: `
    :host {
      display: block;
    }

    .row {
      display: grid;
      grid-template-columns: 1.75rem 2fr 2fr 1fr;
      gap: var(--s4);
      align-items: center;
      block-size: var(--row);
      padding-inline: var(--s4);
      border-block-end: 1px solid var(--line-soft);
    }

    i {
      inline-size: 80%;
      block-size: 0.75rem;
      border-radius: var(--s1);
      background: var(--raised);
      animation: breathe 1.6s ease-in-out infinite alternate;
    }

    .round {
      inline-size: 1.75rem;
      block-size: 1.75rem;
      border-radius: var(--round);
    }

    .short {
      inline-size: 48%;
    }

    @keyframes breathe {
      to {
        opacity: 0.45;
      }
    }
  `,
  host: { role: 'status' },
})
export class SkeletonRows {
  readonly count = input(10);
  protected readonly rows = computed(() => Array.from({ length: this.count() }, (_, index) => index));
}
