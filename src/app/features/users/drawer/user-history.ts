import { Component, input } from '@angular/core';
import { type ActivityEntry, activityKey } from '#contract/activity';
import { activityText } from '../../../core/i18n/activity-text';
import { Ago, LocalDate } from '../../../core/i18n/formats';
import { isolated } from '../../../core/i18n/isolated';
import { T } from '../../../core/i18n/texts';

/** What happened to a user, newest first. */
@Component({
  selector: 'app-user-history',
  imports: [Ago, LocalDate, T],
  template: `
    <ol>
      @for (entry of entries(); track keyOf(entry)) {
        <li>
          <p>
            {{ textOf(entry.kind) | t }}
            @if (entry.actor.kind === 'admin' && entry.actor.name) {
              {{ 'activity.by' | t: { name: isolated(entry.actor.name) } }}
            }
          </p>
          <time [attr.datetime]="entry.at" [title]="entry.at | localDate: 'moment'">{{ entry.at | ago }}</time>
          @if (entry.note) {
            <q dir="auto">{{ entry.note }}</q>
          }
        </li>
      }
    </ol>
  `,
  styles: `
    li {
      position: relative;
      display: grid;
      grid-template-columns: 1fr auto;
      gap: 0 var(--s3);
      padding-block: var(--s2);
      padding-inline-start: var(--s4);
      color: var(--ink-2);

      &::before {
        position: absolute;
        inset-block-start: 0.9375rem;
        inset-inline-start: 0;
        inline-size: 0.375rem;
        block-size: 0.375rem;
        border-radius: var(--round);
        background: var(--ink-3);
        content: '';
      }
    }

    time {
      color: var(--ink-3);
      font: var(--text-xs);
      line-height: 1.25rem;
    }

    q {
      grid-column: 1 / -1;
      color: var(--ink-3);
      font: var(--text-s);
      justify-self: start;
      overflow-wrap: anywhere;
    }
  `,
})
export class UserHistory {
  readonly entries = input.required<readonly ActivityEntry[]>();
  protected readonly isolated = isolated;
  protected readonly keyOf = activityKey;
  protected readonly textOf = activityText;
}
