import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, type ElementRef, inject, signal, viewChild } from '@angular/core';
import { mdiAlertCircleOutline } from '@mdi/js';
import { ErrorTexts } from '../core/i18n/error-texts';
import { LocalNumber } from '../core/i18n/formats';
import { T } from '../core/i18n/texts';
import type { Message } from '../core/i18n/translations';
import { ChangedNotice } from './changed-notice';
import { Icon } from './icon';
import { overLimit } from './over-limit';
import type { Refusal, TextQuestion } from './text-question';

/**
 * Asks for a text and sends it. Complaints come once it has been handed in; when the server refuses, the dialog stays and says
 * why; what was typed is not thrown away without asking.
 */
@Component({
  selector: 'app-text-dialog',
  imports: [ChangedNotice, Icon, LocalNumber, T],
  templateUrl: './text-dialog.html',
  styleUrl: './text-dialog.scss',
})
export class TextDialog {
  private readonly errorTexts = inject(ErrorTexts);
  private readonly dialog = inject<DialogRef<boolean, TextDialog>>(DialogRef);
  private readonly field = viewChild.required<ElementRef<HTMLInputElement | HTMLTextAreaElement>>('field');
  protected readonly ask = inject<TextQuestion>(DIALOG_DATA);
  protected readonly alert = mdiAlertCircleOutline;

  protected readonly text = signal(this.ask.initial);
  protected readonly isSending = signal(false);
  /** Somebody wanted to leave with something typed. */
  protected readonly isLeaving = signal(false);
  private readonly wasTried = signal(false);
  private readonly notice = viewChild(ChangedNotice);
  private readonly refusal = signal<Refusal | null>(null);
  protected readonly over = computed(() => overLimit(this.text(), this.ask.maxLength));
  protected readonly problem = computed((): Message | null => {
    const complaint = this.wasTried() ? this.ask.complaint(this.text()) : null;
    return this.over() ?? (complaint && { key: complaint });
  });
  /** What somebody else changed meanwhile; of what is on its way the server tells. */
  protected readonly changes = computed(() => (this.isSending() ? null : (this.ask.news?.changes() ?? null)));
  protected readonly failure = computed(() => {
    const refusal = this.refusal();
    return refusal && !(refusal.code === 'STALE' && this.changes()) ? this.errorTexts.get(refusal) : null;
  });
  /** What to quote when the fault is the server's. */
  protected readonly requestId = computed(() => (this.refusal()?.code === 'INTERNAL' ? this.refusal()?.requestId : undefined));

  /** Whether it may go now; where something was typed, it asks first. */
  mayClose(): boolean {
    if (this.isSending()) return false;
    if (this.text() === this.ask.initial) return true;
    this.isLeaving.set(true);
    return false;
  }

  protected cancel(): void {
    this.dialog.close();
  }

  protected discard(): void {
    this.text.set(this.ask.initial);
    this.dialog.close();
  }

  protected stay(): void {
    this.isLeaving.set(false);
    this.field().nativeElement.focus();
  }

  protected acknowledge(): void {
    this.ask.news?.acknowledge();
    this.refusal.set(null);
    this.field().nativeElement.focus();
  }

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isSending()) return;
    this.wasTried.set(true);
    this.isLeaving.set(false);
    this.refusal.set(null);
    if (this.changes()) {
      this.notice()?.focus();
      return;
    }
    if (this.problem()) {
      this.field().nativeElement.focus();
      return;
    }
    this.isSending.set(true);
    const refusal = await this.ask.send(this.text());
    this.isSending.set(false);
    this.refusal.set(refusal);
    if (!refusal) this.dialog.close(true);
  }
}
