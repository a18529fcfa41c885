import { Component, computed, inject, input } from '@angular/core';
import { mdiCellphone, mdiMonitor } from '@mdi/js';
import type { Session as SignIn } from '#contract/auth';
import { Ago, LocalDate } from '../../core/i18n/formats';
import { isolated } from '../../core/i18n/isolated';
import { T, Texts } from '../../core/i18n/texts';
import { Session } from '../../core/session/session';
import { Icon } from '../../ui/icon';
import { StatusChip } from '../../ui/status-chip';
import { deviceOf } from './device';
import { SessionActions } from './session-actions';

/** One sign-in: on what device, since when, used when; what the device said of itself is behind a disclosure. */
@Component({
  selector: 'li[appSessionRow]',
  imports: [Ago, Icon, LocalDate, StatusChip, T],
  templateUrl: './session-row.html',
  styleUrl: './session-row.scss',
})
export class SessionRow {
  private readonly texts = inject(Texts);
  private readonly actions = inject(SessionActions);
  private readonly here = inject(Session);
  readonly session = input.required<SignIn>();

  private readonly device = computed(() => deviceOf(this.session().device));
  protected readonly icon = computed(() => (this.device().isHandheld ? mdiCellphone : mdiMonitor));
  /** "Firefox 132 on Windows", or as much of it as is known. */
  protected readonly name = computed(() => {
    const { browser, system } = this.device();
    if (browser !== undefined && system !== undefined) return this.texts.get('sessions.device.both', { browser: isolated(browser), system: isolated(system) });
    const known = browser ?? system;
    return known === undefined ? this.texts.get('sessions.device.unknown') : isolated(known);
  });
  protected readonly isBusy = computed(() => this.actions.busy().has(this.session().id));

  protected end(): void {
    if (this.isBusy()) return;
    if (this.session().current) void this.here.signOut();
    else void this.actions.end(this.session(), this.name());
  }
}
