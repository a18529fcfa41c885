import { Component, computed, inject, input } from '@angular/core';
import type { AdminStaffListed } from '#contract/admin-staff';
import { shownName } from '#contract/visible-text';
import { Server } from '../../core/api/server';
import { BusinessZone } from '../../core/i18n/business-zone';
import { Formats, LocalDate } from '../../core/i18n/formats';
import { isolated } from '../../core/i18n/isolated';
import { T, Texts } from '../../core/i18n/texts';
import type { MessageKey } from '../../core/i18n/translations';
import { Permissions } from '../../core/session/permissions';
import { Session } from '../../core/session/session';
import { Avatar } from '../../ui/avatar';
import { StatusChip, type Tone } from '../../ui/status-chip';
import { contractEnd } from './contract-end';
import { StaffActions } from './staff-actions';
import { StaffDialogs } from './staff-dialogs';

/** An admin: who, until when, banned why, and what can be done; of the own account, why nothing can. */
@Component({
  selector: 'tr[appStaffRow]',
  imports: [Avatar, LocalDate, StatusChip, T],
  templateUrl: './staff-row.html',
  styleUrl: './staff-row.scss',
  host: { '[attr.aria-busy]': 'isBusy() || null', '[class.banned]': 'admin().isBanned' },
})
export class StaffRow {
  private readonly texts = inject(Texts);
  protected readonly server = inject(Server);
  protected readonly mayDelete = inject(Permissions).mayDelete;
  private readonly formats = inject(Formats);
  private readonly today = inject(BusinessZone).today;
  private readonly self = inject(Session).admin;
  private readonly actions = inject(StaffActions);
  protected readonly dialogs = inject(StaffDialogs);
  readonly admin = input.required<AdminStaffListed>();
  /** The one that is shown is the only one that can sign in. */
  readonly isAlone = input.required<boolean>();

  protected readonly isSelf = computed(() => this.admin().id === this.self()?.id);
  /** Why nothing can be done to the own account. */
  protected readonly whyNothing = computed((): MessageKey => {
    const who = this.isAlone() ? 'alone' : 'other';
    return this.server.can('ban-staff') ? `staff.self.${who}` : `staff.self.${who}WithoutBans`;
  });
  protected readonly isBusy = computed(() => this.actions.busy().has(this.admin().id));
  protected readonly shown = computed(() => shownName(this.admin().name, this.admin().email));
  protected readonly name = computed(() => isolated(this.shown()));
  /** Until when, and how urgent that is. */
  protected readonly contract = computed((): { readonly day: string; readonly flag?: string; readonly tone: Tone } => {
    const end = contractEnd(this.admin().contractValidUntil, this.today());
    if (end.state === 'open') return { day: this.texts.get('staff.contract.open'), tone: 'neutral' };
    const day = this.formats.day(end.date);
    if (end.state === 'running') return { day, tone: 'neutral' };
    const isEnded = end.state === 'ended';
    const flag = isEnded ? this.texts.get('staff.contract.ended') : this.texts.get('staff.contract.ending', { count: end.days });
    return { day, flag, tone: isEnded ? 'bad' : 'warn' };
  });
}
