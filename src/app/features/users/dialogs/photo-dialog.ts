import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, type ElementRef, inject, type Signal, signal, viewChild } from '@angular/core';
import { mdiAlertCircleOutline } from '@mdi/js';
import { ErrorTexts } from '../../../core/i18n/error-texts';
import { Formats } from '../../../core/i18n/formats';
import { isolated } from '../../../core/i18n/isolated';
import { T } from '../../../core/i18n/texts';
import type { MessageKey } from '../../../core/i18n/translations';
import { ChangedNotice } from '../../../ui/changed-notice';
import { Icon } from '../../../ui/icon';
import { allowedImageUrl, IMAGE_ORIGIN } from '../../../ui/image-origin';
import { PhotoField } from '../../../ui/photo/photo-field';
import type { News, Refusal } from '../../../ui/text-question';

/** Whose photo it is, and how another is sent. */
export interface PhotoQuestion {
  readonly name: string;
  /** The address of the one there is now, whoever changed it. */
  readonly current: Signal<string | null>;
  /** Nothing is sent over a photo that the admin has not looked at. */
  readonly news: News;
  /** @returns why it was refused (`ABORTED` when it was stopped, `STALE` when there is another by now than was seen); null when it was done. */
  readonly send: (photo: File, progress: (sent: number, size: number) => void, stop: AbortSignal) => Promise<Refusal | null>;
}

/** Takes a photo, checked before it is sent, and shows how far it has come; whoever stops it still has it. */
@Component({
  selector: 'app-photo-dialog',
  imports: [ChangedNotice, Icon, PhotoField, T],
  templateUrl: './photo-dialog.html',
  styleUrl: '../../../ui/text-dialog.scss',
})
export class PhotoDialog {
  private readonly errorTexts = inject(ErrorTexts);
  private readonly formats = inject(Formats);
  private readonly origin = inject(IMAGE_ORIGIN);
  private readonly dialog = inject<DialogRef<boolean, PhotoDialog>>(DialogRef);
  protected readonly ask = inject<PhotoQuestion>(DIALOG_DATA);
  protected readonly alert = mdiAlertCircleOutline;
  protected readonly name = isolated(this.ask.name);

  protected readonly photo = signal<File | null>(null);
  protected readonly problem = signal<MessageKey | null>(null);
  private readonly refusal = signal<Refusal | null>(null);
  /** How much of it has gone out, from 0 to 1; null when nothing is being sent. From 1 on nothing stops it any more. */
  protected readonly share = signal<number | null>(null);
  private readonly notice = viewChild(ChangedNotice);
  private readonly submitter = viewChild.required<ElementRef<HTMLElement>>('submitter');
  private stop = new AbortController();

  protected readonly isSending = computed(() => this.share() !== null);
  protected readonly percent = computed(() => Math.floor((this.share() ?? 0) * 100));
  protected readonly percentText = computed(() => this.formats.percent(this.percent() / 100));
  protected readonly current = computed(() => allowedImageUrl(this.ask.current(), this.origin));
  /** While it goes out the server tells. */
  protected readonly isOvertaken = computed(() => !this.isSending() && this.ask.news.changes() !== null);
  protected readonly failure = computed(() => {
    const refusal = this.refusal();
    return refusal && !(refusal.code === 'STALE' && this.isOvertaken()) ? this.errorTexts.get(refusal) : null;
  });
  /** What to quote when the fault is the server's. */
  protected readonly requestId = computed(() => (this.refusal()?.code === 'INTERNAL' ? this.refusal()?.requestId : undefined));

  /** Whether it may go now: not over a photo on its way, which is stopped first. */
  mayClose(): boolean {
    if (!this.isSending()) return true;
    this.stop.abort();
    return false;
  }

  protected acknowledge(): void {
    this.ask.news.acknowledge();
    this.refusal.set(null);
    this.submitter().nativeElement.focus();
  }

  protected cancel(): void {
    this.dialog.close();
  }

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isSending()) return;
    this.refusal.set(null);
    if (this.isOvertaken()) {
      this.notice()?.focus();
      return;
    }
    const photo = this.photo();
    if (!photo) {
      this.problem.set('users.photo.missing');
      return;
    }
    this.problem.set(null);
    this.stop = new AbortController();
    this.share.set(0);
    const refusal = await this.ask.send(photo, (sent, size) => this.share.set(size > 0 ? Math.min(1, sent / size) : 0), this.stop.signal);
    this.share.set(null);
    if (!refusal) this.dialog.close(true);
    else if (refusal.code !== 'ABORTED') this.refusal.set(refusal);
  }
}
