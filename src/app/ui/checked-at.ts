import { Component, computed, inject, input, output } from '@angular/core';
import { mdiRefresh } from '@mdi/js';
import { Clock } from '../core/i18n/clock';
import { Formats } from '../core/i18n/formats';
import { T } from '../core/i18n/texts';
import { Icon } from './icon';
import { StatusChip } from './status-chip';

/**
 * How old a list is that no event tells of, and a button to ask again: "Checked 12 sec ago". It never says live.
 * It is no live region: the age would speak each second.
 */
@Component({
  selector: 'app-checked-at',
  imports: [Icon, StatusChip, T],
  template: `
    @if (age(); as age) {
      <app-status-chip [tone]="isStale() ? 'warn' : 'neutral'">
        {{ (isStale() ? 'checked.stale' : 'checked.at') | t: { age } }}
      </app-status-chip>
    }
    <button
      type="button"
      class="button quiet icon"
      [class.turning]="isChecking()"
      [attr.aria-label]="'checked.again' | t"
      [attr.title]="'checked.again' | t"
      (click)="again.emit()"
    >
      <app-icon [path]="icon" />
    </button>
  `,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: var(--s1);
      font-variant-numeric: tabular-nums;
    }

    .turning app-icon {
      animation: turn 1s linear infinite;
    }

    @keyframes turn {
      to {
        rotate: 1turn;
      }
    }
  `,
  host: { '[attr.data-state]': "isStale() ? 'stale' : checkedAt() === null ? 'connecting' : 'checked'" },
})
export class CheckedAt {
  private readonly formats = inject(Formats);
  private readonly now = inject(Clock).second;
  /** In milliseconds since the epoch; null before the first time. */
  readonly checkedAt = input.required<number | null>();
  readonly isChecking = input(false);
  /** The last check failed. */
  readonly isStale = input(false);
  readonly again = output();

  protected readonly icon = mdiRefresh;
  protected readonly age = computed(() => {
    const at = this.checkedAt();
    return at === null ? '' : this.formats.ageText(this.now() - at);
  });
}
