import type { Injector } from '@angular/core';
import { AdminStaffListed } from '#contract/admin-staff';
import { type StaffDecision, staffTag } from '#contract/staff-tag';
import { Formats } from '../../core/i18n/formats';
import { Texts } from '../../core/i18n/texts';
import { Asked } from '../../ui/asked';
import { type Cell, changesBetween } from '../../ui/seen';
import { StaffStore } from './staff-store';

/** @returns an admin as a question is about them, followed in the list. */
export function askedAdmin(admin: AdminStaffListed, about: StaffDecision, injector: Injector): Asked<AdminStaffListed> {
  const [store, texts, formats] = [injector.get(StaffStore), injector.get(Texts), injector.get(Formats)];
  const listed = () => store.rows()?.find(({ id }) => id === admin.id);
  const cells = (state: AdminStaffListed): readonly Cell[] => [
    ['staff.column.name', state.name],
    ['staff.form.email', state.email],
    ['staff.column.jobTitle', state.jobTitle ?? ''],
    ['staff.column.contract', state.contractValidUntil === null ? texts.get('staff.contract.open') : formats.day(state.contractValidUntil)],
    [
      'staff.column.status',
      `${texts.get(state.isBanned ? 'staff.status.banned' : 'staff.status.active')} ${state.bannedAt === null ? '' : formats.moment(state.bannedAt)}`.trim(),
    ],
  ];
  const tag = (state: AdminStaffListed) => staffTag(state, about);
  return new Asked(admin, listed, AdminStaffListed, tag, (before, now) => changesBetween(cells(before), cells(now)));
}
