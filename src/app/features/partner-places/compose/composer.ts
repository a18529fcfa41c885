import { afterNextRender, Component, computed, DestroyRef, ElementRef, inject, input, linkedSignal, output, signal, viewChild } from '@angular/core';
import { mdiAlertCircleOutline } from '@mdi/js';
import { type CannedReply, fillCannedReply } from '#contract/canned-replies';
import { PartnerMessageBody } from '#contract/partner-changes';
import { partnerMail, type PartnerMailKind } from '#contract/partner-mail';
import { PARTNER_MESSAGE_MAX, type PartnerRequest } from '#contract/partner-places';
import * as v from 'valibot';
import { type ApiError, toApiError } from '../../../core/api/api-error';
import { ErrorTexts } from '../../../core/i18n/error-texts';
import { LocalNumber } from '../../../core/i18n/formats';
import { isolated } from '../../../core/i18n/isolated';
import { Language } from '../../../core/i18n/language';
import { LANGUAGES, type LanguageCode } from '../../../core/i18n/languages';
import { T } from '../../../core/i18n/texts';
import type { Message, MessageKey } from '../../../core/i18n/translations';
import { ChangedNotice } from '../../../ui/changed-notice';
import { Icon } from '../../../ui/icon';
import { overLimit } from '../../../ui/over-limit';
import { Seen } from '../../../ui/seen';
import { type ComposedAction, Drafts } from '../drafts';
import { QueueWalk } from '../queue-walk';
import { RequestActions } from '../request-actions';
import { RequestDetails } from '../request-details';
import { RequestChanges } from './request-changes';
import { CannedStock } from './canned-stock';

const VERBS = { approve: 'approve', 'request-details': 'requestDetails', reject: 'reject', message: 'message' } as const;
const MAILS: Readonly<Record<ComposedAction, PartnerMailKind>> = {
  approve: 'approved',
  'request-details': 'needs_info',
  reject: 'rejected',
  message: 'message',
};
/** Stands for the partner's own code, which no admin sees. */
const HIDDEN_CODE = '••••••••';

/** What was done, and to which request. */
export interface Sent {
  readonly action: ComposedAction;
  readonly id: string;
  /** The request that was to be looked at after this one. */
  readonly next: string | undefined;
}

/** Writes to the partner: begins with a canned message or with nothing, and shows the mail as it will arrive. The text is a draft until it is sent. */
@Component({
  selector: 'app-composer',
  imports: [ChangedNotice, Icon, LocalNumber, T],
  templateUrl: './composer.html',
  styleUrl: './composer.scss',
  host: { '(keydown.control.enter)': 'send()', '(keydown.meta.enter)': 'send()', '(keydown.escape)': 'close($event)' },
})
export class Composer {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly life = inject(DestroyRef);
  private readonly drafts = inject(Drafts);
  private readonly actions = inject(RequestActions);
  private readonly stock = inject(CannedStock);
  private readonly walk = inject(QueueWalk);
  private readonly differences = inject(RequestChanges);
  private readonly errorTexts = inject(ErrorTexts);
  private readonly language = inject(Language).code;
  protected readonly details = inject(RequestDetails);
  readonly request = input.required<PartnerRequest>();
  readonly action = input.required<ComposedAction>();
  readonly sent = output<Sent>();

  private readonly notice = viewChild(ChangedNotice);
  private readonly field = viewChild.required<ElementRef<HTMLTextAreaElement>>('field');
  protected readonly alert = mdiAlertCircleOutline;
  protected readonly languages = LANGUAGES;
  protected readonly max = PARTNER_MESSAGE_MAX;
  protected readonly isolated = isolated;
  /** Of the canned messages; nobody tells us the partner's. */
  protected readonly replyLanguage = linkedSignal<LanguageCode>(() => this.language());
  protected readonly verb = computed(() => VERBS[this.action()]);
  protected readonly text = computed(() => this.drafts.text(this.request().id, this.action()));
  protected readonly canned = computed(() => this.stock.replies().filter(({ action }) => action === this.action()));
  protected readonly mail = computed(() => {
    const text = this.text().trim();
    return partnerMail(this.request(), MAILS[this.action()], text === '' && this.action() === 'approve' ? undefined : text, HIDDEN_CODE);
  });
  /** The composer's own subject: another request or action begins anew. */
  private readonly about = computed(() => `${this.request().id} ${this.action()}`);
  private readonly wasTried = linkedSignal({ source: this.about, computation: () => false });
  private readonly refusal = linkedSignal<string, ApiError | null>({ source: this.about, computation: () => null });
  private readonly isSending = signal(false);
  /** The request as the admin saw it when writing began, or when they last said that they have looked: what is sent rests on that. */
  private readonly seen = new Seen(this.request, this.request, ({ updatedAt }) => updatedAt, this.about);
  /** What else it is by now; null while it is as it was. Of what is being sent the server tells. */
  protected readonly changes = computed(() => {
    if (!this.seen.hasMoved() || this.isBusy()) return null;
    return this.differences.between(this.seen.value(), this.request());
  });
  protected readonly isBusy = computed(() => this.isSending() || this.details.isBusy());
  protected readonly mayNot = computed(() => !this.details.allows(this.action()) || this.details.isChecking());
  protected readonly over = computed(() => overLimit(this.text(), PARTNER_MESSAGE_MAX));
  protected readonly problem = computed((): Message | null => {
    const complaint = this.wasTried() ? this.complaint() : null;
    return this.over() ?? (complaint && { key: complaint });
  });
  protected readonly failure = computed(() => {
    const refusal = this.refusal();
    return refusal && !(refusal.code === 'STALE' && this.changes()) ? this.errorTexts.get(refusal) : null;
  });
  protected readonly requestId = computed(() => (this.refusal()?.code === 'INTERNAL' ? this.refusal()?.requestId : undefined));

  constructor() {
    this.stock.need();
    afterNextRender(() => {
      this.element.scrollIntoView({ block: 'start' });
      this.field().nativeElement.focus({ preventScroll: true });
    });
  }

  protected acknowledge(): void {
    this.seen.acknowledge();
    this.refusal.set(null);
    this.field().nativeElement.focus();
  }

  protected titleOf({ title }: CannedReply): string {
    return title[this.language()];
  }

  protected write(text: string): void {
    this.drafts.write(this.request().id, this.action(), text);
  }

  /** Takes the place of nothing, or of another canned message; what somebody wrote stays, and it follows. */
  protected use(reply: CannedReply): void {
    const filled = this.filled(reply, this.replyLanguage());
    const text = this.text();
    this.write(text.trim() === '' || this.cannedAs(text) ? filled : `${text.trimEnd()}\n\n${filled}`);
    this.field().nativeElement.focus();
  }

  /** A canned message that nobody touched is put into the other language. */
  protected speak(language: LanguageCode): void {
    this.replyLanguage.set(language);
    const reply = this.cannedAs(this.text());
    if (reply) this.write(this.filled(reply, language));
  }

  protected close(event?: Event): void {
    event?.preventDefault();
    event?.stopPropagation();
    this.drafts.open(this.request().id, null);
  }

  protected async send(): Promise<void> {
    if (this.isBusy() || this.mayNot()) return;
    this.wasTried.set(true);
    this.refusal.set(null);
    if (this.changes()) {
      this.notice()?.focus();
      return;
    }
    if (this.problem()) {
      this.field().nativeElement.focus();
      return;
    }
    const [before, action, text, next] = [this.seen.value(), this.action(), this.text(), this.walk.after(this.request().id)];
    this.isSending.set(true);
    try {
      const after = await this.actions.send(before, action, text.trim(), (reopened) => {
        // Whoever takes a decision back will want to say it otherwise.
        this.drafts.write(before.id, action, text);
        this.details.acted(reopened);
      });
      this.drafts.done(before.id, action);
      this.details.acted(after);
      // Whoever went elsewhere meanwhile stays there.
      if (!this.life.destroyed) this.sent.emit({ action, id: before.id, next });
    } catch (error) {
      const refusal = toApiError(error);
      this.refusal.set(refusal);
      if (refusal.status === 409 || refusal.status === 404) this.details.take(refusal.current);
    } finally {
      this.isSending.set(false);
    }
  }

  private complaint(): MessageKey | null {
    const text = this.text().trim();
    if (text === '') return this.action() === 'approve' ? null : 'partnerPlaces.compose.missing';
    return v.is(PartnerMessageBody, { message: text }) ? null : 'partnerPlaces.compose.malformed';
  }

  private filled({ body }: CannedReply, language: LanguageCode): string {
    return fillCannedReply(body[language], this.request());
  }

  private cannedAs(text: string): CannedReply | undefined {
    return this.canned().find((reply) => LANGUAGES.some((language) => this.filled(reply, language) === text));
  }
}
