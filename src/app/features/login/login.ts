import { Component, computed, inject, signal, viewChild, type ElementRef } from '@angular/core';
import * as v from 'valibot';
import { SignInEmail } from '#contract/email';
import { toApiError, type ApiError } from '../../core/api/api-error';
import { Clock } from '../../core/i18n/clock';
import { ErrorTexts } from '../../core/i18n/error-texts';
import { Formats } from '../../core/i18n/formats';
import { T, Texts } from '../../core/i18n/texts';
import type { MessageKey } from '../../core/i18n/translations';
import { Session } from '../../core/session/session';
import { BrandMark } from '../../ui/brand-mark';
import { mdiAlertCircleOutline, mdiAppleKeyboardCaps, mdiEyeOffOutline, mdiEyeOutline, mdiInformationOutline } from '../../ui/entrance-icons';
import { Icon } from '../../ui/icon';
import { LanguageSwitch } from '../../ui/language-switch';
import { ThemeSwitch } from '../../ui/theme-switch';

/** The sign-in page: signs in, says why a session has ended, how long a lockout lasts, and that a session cannot be resumed yet. Where to go from here is the session's business. */
@Component({
  selector: 'app-login',
  imports: [BrandMark, Icon, LanguageSwitch, T, ThemeSwitch],
  templateUrl: './login.html',
  styleUrl: './login.scss',
})
export class Login {
  private readonly texts = inject(Texts);
  private readonly errorTexts = inject(ErrorTexts);
  private readonly formats = inject(Formats);
  private readonly clock = inject(Clock);
  protected readonly session = inject(Session);

  protected readonly icons = {
    alert: mdiAlertCircleOutline,
    caps: mdiAppleKeyboardCaps,
    hide: mdiEyeOffOutline,
    info: mdiInformationOutline,
    show: mdiEyeOutline,
  };

  private readonly emailField = viewChild<ElementRef<HTMLInputElement>>('emailField');
  private readonly passwordField = viewChild<ElementRef<HTMLInputElement>>('passwordField');
  protected readonly email = signal('');
  protected readonly password = signal('');
  protected readonly revealed = signal(false);
  protected readonly capsLock = signal(false);
  protected readonly busy = signal(false);
  protected readonly resuming = signal(false);
  /** Fields complain only once they have been handed in. */
  private readonly tried = signal(false);
  private readonly failure = signal<{ readonly error: ApiError; readonly at: number } | null>(null);

  protected readonly emailProblem = computed<MessageKey | null>(() => {
    if (!this.tried() || v.is(SignInEmail, this.email())) return null;
    return this.email().trim() === '' ? 'login.emailMissing' : 'login.emailMalformed';
  });
  protected readonly passwordProblem = computed<MessageKey | null>(() => (this.tried() && this.password() === '' ? 'login.passwordMissing' : null));

  protected readonly failureText = computed(() => {
    const failure = this.failure();
    // How long to wait is said by the button, which counts it down.
    return failure && this.errorTexts.get({ code: failure.error.code });
  });
  protected readonly requestId = computed(() => {
    const error = this.failure()?.error;
    return error?.code === 'INTERNAL' ? error.requestId : undefined;
  });

  /** Milliseconds until the server listens again; 0 when it does. */
  private readonly wait = computed(() => {
    const failure = this.failure();
    return failure?.error.retryAfter === undefined ? 0 : Math.max(0, failure.at + failure.error.retryAfter * 1000 - this.clock.second());
  });
  protected readonly blocked = computed(() => this.busy() || this.wait() > 0);
  protected readonly submitText = computed(() => {
    if (this.busy()) return this.texts.get('login.busy');
    return this.wait() > 0 ? this.texts.get('login.wait', { duration: this.formats.duration(this.wait()) }) : this.texts.get('login.submit');
  });

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.blocked()) return;
    // Some password managers fill fields in without an event.
    this.email.set(this.emailField()?.nativeElement.value ?? '');
    this.password.set(this.passwordField()?.nativeElement.value ?? '');
    this.tried.set(true);
    if (this.emailProblem()) this.emailField()?.nativeElement.focus();
    else if (this.passwordProblem()) this.passwordField()?.nativeElement.focus();
    else await this.signIn();
  }

  /** Asks at once whether the session of before can be resumed. */
  protected async resume(): Promise<void> {
    if (this.resuming()) return;
    this.resuming.set(true);
    await this.session.refresh(null).catch(() => undefined); // While the server cannot be reached this page goes on saying so.
    this.resuming.set(false);
  }

  private async signIn(): Promise<void> {
    this.busy.set(true);
    this.failure.set(null);
    try {
      await this.session.signIn(this.email().trim(), this.password());
    } catch (error) {
      this.failure.set({ error: toApiError(error), at: this.clock.now() });
    } finally {
      this.busy.set(false);
    }
  }

  protected noteCapsLock(event: Event): void {
    // Filling a field in, a browser may send key events that are none.
    this.capsLock.set(event instanceof KeyboardEvent && event.getModifierState('CapsLock'));
  }
}
