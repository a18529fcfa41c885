import { Component, computed, inject, input, output } from '@angular/core';
import { mdiAlertCircleOutline } from '@mdi/js';
import { ErrorTexts, type CodedError } from '../core/i18n/error-texts';
import { T } from '../core/i18n/texts';
import { EmptyState } from './empty-state';

/** A panel that could not load: what went wrong in words, the request to quote, and Retry. */
@Component({
  selector: 'app-error-state',
  imports: [EmptyState, T],
  template: `
    <app-empty-state role="alert" [icon]="icon" [heading]="text()">
      @if (error().requestId; as id) {
        <p>
          {{ 'state.requestId' | t }} <bdi dir="ltr">{{ id }}</bdi>
        </p>
      }
      <button type="button" class="button" (click)="retry.emit()">{{ 'common.retry' | t }}</button>
    </app-empty-state>
  `,
  styles: `
    button {
      margin-block-start: var(--s3);
    }
  `,
})
export class ErrorState {
  private readonly errorTexts = inject(ErrorTexts);
  /** An `ApiError` is one. */
  readonly error = input.required<CodedError & { readonly requestId?: string | undefined }>();
  readonly retry = output();

  protected readonly icon = mdiAlertCircleOutline;
  protected readonly text = computed(() => this.errorTexts.get(this.error()));
}
