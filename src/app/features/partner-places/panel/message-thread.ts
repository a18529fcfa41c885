import { Component, input } from '@angular/core';
import type { PartnerMessage } from '#contract/partner-places';
import { Ago, LocalDate } from '../../../core/i18n/formats';
import { T } from '../../../core/i18n/texts';

/** What was written between us and the partner, oldest first. */
@Component({
  selector: 'app-message-thread',
  imports: [Ago, LocalDate, T],
  template: `
    <ol>
      @for (message of messages(); track message.id) {
        <li [class.ours]="message.from === 'admin'">
          <p class="by">
            <strong>{{ (message.from === 'admin' ? 'partnerPlaces.thread.us' : 'partnerPlaces.thread.partner') | t }}</strong>
            <time [attr.datetime]="message.at" [title]="message.at | localDate: 'moment'">{{ message.at | ago }}</time>
          </p>
          <p class="body" dir="auto">{{ message.body }}</p>
        </li>
      }
    </ol>
  `,
  styles: `
    ol {
      display: grid;
      gap: var(--s2);
    }

    li {
      justify-self: start;
      max-inline-size: 92%;
      padding: var(--s2) var(--s3);
      border-radius: var(--radius);
      border-end-start-radius: 0;
      background: var(--raised);
    }

    .ours {
      justify-self: end;
      border-end-start-radius: var(--radius);
      border-end-end-radius: 0;
      background: var(--accent-soft);
    }

    .by {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--s3);
      justify-content: space-between;
      color: var(--ink-2);
      font: var(--text-xs);
    }

    .body {
      overflow-wrap: anywhere;
      white-space: pre-wrap;
    }
  `,
})
export class MessageThread {
  readonly messages = input.required<readonly PartnerMessage[]>();
}
