import { Clipboard } from '@angular/cdk/clipboard';
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, DOCUMENT, type ElementRef, inject, signal, viewChild } from '@angular/core';
import { mdiAlertCircleOutline, mdiEyeOffOutline, mdiEyeOutline } from '@mdi/js';
import type { ApiError } from '../../../core/api/api-error';
import type { NewAdmin } from '../../../core/api/staff-api';
import { BusinessZone } from '../../../core/i18n/business-zone';
import { ErrorTexts } from '../../../core/i18n/error-texts';
import { T, Texts } from '../../../core/i18n/texts';
import type { MessageKey } from '../../../core/i18n/translations';
import { Icon } from '../../../ui/icon';
import { newPassword } from './new-password';
import { PhotoField } from '../../../ui/photo/photo-field';
import { complaints, EMPTY, excesses, type Field, FIELDS, INCOMPLETE } from './staff-fields';

export interface StaffFormData {
  /** @returns why it was refused; null when it was done. */
  readonly send: (details: NewAdmin, photo: File | null) => Promise<ApiError | null>;
}

/** The server's codes that are about the photo. */
const PHOTO_CODES: ReadonlyMap<string, MessageKey> = new Map([
  ['UNSUPPORTED_MEDIA_TYPE', 'photo.unreadable'],
  ['PAYLOAD_TOO_LARGE', 'photo.size'],
]);

/**
 * Asks for all that makes an admin. Complaints come once it has been handed in, each at its field, the server's too; when it
 * refuses, everything typed stays, and none of it is thrown away without asking.
 */
@Component({
  selector: 'app-staff-form',
  imports: [Icon, PhotoField, T],
  templateUrl: './staff-form.html',
  styleUrl: './staff-form.scss',
})
export class StaffForm {
  private readonly ask = inject<StaffFormData>(DIALOG_DATA);
  private readonly dialog = inject<DialogRef<boolean, StaffForm>>(DialogRef);
  private readonly texts = inject(Texts);
  private readonly errorTexts = inject(ErrorTexts);
  private readonly clipboard = inject(Clipboard);
  private readonly document = inject(DOCUMENT);
  private readonly form = viewChild.required<ElementRef<HTMLFormElement>>('form');

  protected readonly icons = { alert: mdiAlertCircleOutline, hide: mdiEyeOffOutline, show: mdiEyeOutline };
  /** Sweden writes its days as the contract does, `YYYY-MM-DD`. */
  protected readonly today = inject(BusinessZone).today();
  protected readonly values = signal<NewAdmin>(EMPTY);
  protected readonly photo = signal<File | null>(null);
  protected readonly photoProblem = signal<MessageKey | null>(null);
  protected readonly isRevealed = signal(false);
  protected readonly isCopied = signal(false);
  protected readonly isSending = signal(false);
  /** Somebody wanted to leave with something typed. */
  protected readonly isLeaving = signal(false);
  private readonly wasTried = signal(false);
  private readonly refusal = signal<ApiError | null>(null);
  /** What the server had against each field, until that is changed. */
  private readonly refused = signal<ReadonlyMap<Field, string>>(new Map());

  private readonly own = computed(() => (this.wasTried() ? complaints(this.values(), this.today) : new Map<Field, MessageKey>()));
  private readonly over = computed(() => excesses(this.values()));
  protected readonly problems = computed(() => new Map(FIELDS.map((field) => [field, this.problemOf(field)])));
  /** A refusal that no field is to blame for. */
  protected readonly failure = computed(() => {
    const refusal = this.refusal();
    return refusal && { text: this.errorTexts.get(refusal), requestId: refusal.code === 'INTERNAL' ? refusal.requestId : undefined };
  });

  /** Whether it may go now; where something was typed, it asks first. */
  mayClose(): boolean {
    if (this.isSending()) return false;
    if (FIELDS.every((field) => this.values()[field] === '') && !this.photo()) return true;
    this.isLeaving.set(true);
    return false;
  }

  protected type(field: Field, input: HTMLInputElement): void {
    this.set(field, input.validity.badInput ? INCOMPLETE : input.value);
  }

  protected generate(): void {
    this.set('password', newPassword());
    this.isRevealed.set(true);
  }

  protected copy(): void {
    const isCopied = this.clipboard.copy(this.values().password);
    this.isCopied.set(isCopied);
    // Where nothing may be copied it is shown, to be copied by hand.
    if (!isCopied) this.isRevealed.set(true);
  }

  protected cancel(): void {
    this.dialog.close();
  }

  protected discard(): void {
    this.values.set(EMPTY);
    this.photo.set(null);
    this.dialog.close();
  }

  protected stay(): void {
    this.isLeaving.set(false);
    this.document.getElementById('staff-name')?.focus();
  }

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isSending()) return;
    this.wasTried.set(true);
    this.isLeaving.set(false);
    this.refusal.set(null);
    this.refused.set(new Map());
    if (this.own().size === 0 && this.over().size === 0) {
      this.isSending.set(true);
      const refusal = await this.ask.send(this.values(), this.photo());
      this.isSending.set(false);
      if (!refusal) {
        this.dialog.close(true);
        return;
      }
      this.take(refusal);
    }
    this.focusProblem();
  }

  private problemOf(field: Field): string | undefined {
    const over = this.over().get(field);
    if (over) return this.texts.get(over.key, over.args);
    const own = this.own().get(field);
    return own ? this.texts.get(own) : this.refused().get(field);
  }

  private set(field: Field, value: string): void {
    this.values.update((values) => ({ ...values, [field]: value }));
    this.refused.update((refused) => new Map([...refused].filter(([name]) => name !== field)));
    if (field === 'password') this.isCopied.set(false);
  }

  /** Puts a refusal where it belongs: at fields, at the photo, or above them all. */
  private take(refusal: ApiError): void {
    const { code, details } = refusal;
    const isEmailTaken = code === 'EMAIL_TAKEN';
    const blamed = isEmailTaken ? (['email'] as const) : FIELDS.filter((field) => details.has(field));
    const why = isEmailTaken ? this.errorTexts.get(refusal) : this.texts.get('staff.form.refused');
    this.refused.set(new Map(blamed.map((field) => [field, why])));
    this.photoProblem.set(PHOTO_CODES.get(code) ?? null);
    if (blamed.length === 0 && !PHOTO_CODES.has(code)) this.refusal.set(refusal);
  }

  /** The first field with a problem takes the focus, so that it is read out. */
  private focusProblem(): void {
    const first = FIELDS.find((field) => this.problems().get(field) !== undefined);
    if (first) this.form().nativeElement.querySelector<HTMLElement>(`[name=${first}]`)?.focus();
  }
}
