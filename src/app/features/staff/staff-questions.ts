import { type AdminStaffListed, BanAdmin } from '#contract/admin-staff';
import * as v from 'valibot';
import { toApiError } from '../../core/api/api-error';
import { isolated } from '../../core/i18n/isolated';
import type { Asked } from '../../ui/asked';
import type { TextQuestion } from '../../ui/text-question';
import type { StaffActions } from './staff-actions';

const REASON_MAX = 500;

/** Why an admin is banned: in English, since it goes into the e-mail to them. */
export function banQuestion(asked: Asked<AdminStaffListed>, actions: StaffActions): TextQuestion {
  return {
    title: { key: 'staff.ban.title', args: { name: isolated(asked.row().name) } },
    note: 'staff.ban.note',
    label: 'staff.ban.reason',
    action: 'staff.ban.action',
    sending: 'staff.ban.sending',
    isDestructive: true,
    language: 'en',
    maxLength: REASON_MAX,
    initial: '',
    news: asked.news,
    complaint: (text) => {
      if (text.trim() === '') return 'staff.ban.missing';
      return v.is(BanAdmin, { reason: text }) ? null : 'staff.malformed';
    },
    send: (text) =>
      actions.ban(asked.row(), text.trim()).then(
        () => null,
        (error: unknown) => asked.take(toApiError(error)),
      ),
  };
}
