import { Component, input } from '@angular/core';
import type { ActivityEntry, ActivityKind } from '#contract/activity';
import { Ago, LocalDate } from '../../../core/i18n/formats';
import { isolated } from '../../../core/i18n/isolated';
import { T } from '../../../core/i18n/texts';
import type { MessageKey } from '../../../core/i18n/translations';

const KINDS: ReadonlyMap<string, MessageKey> = new Map<ActivityKind, MessageKey>([
  ['user.registered', 'users.history.registered'],
  ['user.renamed', 'users.history.renamed'],
  ['user.photo-changed', 'users.history.photoChanged'],
  ['user.email-verified', 'users.history.emailVerified'],
  ['user.phone-verified', 'users.history.phoneVerified'],
  ['user.banned', 'users.history.banned'],
  ['user.unbanned', 'users.history.unbanned'],
  ['user.deleted', 'users.history.deleted'],
]);

/** What happened to a user, newest first. */
@Component({
  selector: 'app-user-history',
  imports: [Ago, LocalDate, T],
  template: `
    <ol>
      @for (entry of entries(); track entry.seq) {
        <li>
          <p>
            {{ textOf(entry) | t }}
            @if (entry.actor.kind === 'admin' && entry.actor.name) {
              {{ 'users.history.by' | t: { name: isolated(entry.actor.name) } }}
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
        inset-block-start: 15px;
        inset-inline-start: 0;
        inline-size: 6px;
        block-size: 6px;
        border-radius: var(--round);
        background: var(--ink-3);
        content: '';
      }
    }

    time {
      color: var(--ink-3);
      font: var(--text-xs);
      line-height: 20px;
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

  /** A newer server knows kinds that we do not. */
  protected textOf({ kind }: ActivityEntry): MessageKey {
    return KINDS.get(kind) ?? 'users.history.changed';
  }
}
