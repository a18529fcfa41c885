import { BanUser, type PublicUser, RenameUser } from '#contract/users';
import * as v from 'valibot';
import { toApiError } from '../../../core/api/api-error';
import { isolated } from '../../../core/i18n/isolated';
import type { Message } from '../../../core/i18n/translations';
import type { UserActions } from '../user-actions';
import type { TextQuestion } from '../../../ui/text-question';

const REASON_MAX = 500;
const NAME_MAX = 200;

/** Why somebody is banned: in English, since it goes into the e-mail to them. */
export function banQuestion(user: PublicUser, actions: UserActions): TextQuestion {
  return reasonQuestion({ key: 'users.ban.title', args: { name: isolated(user.fullName) } }, (reason) => actions.ban(user, reason));
}

/** The same for many at once. */
export function bulkBanQuestion(count: number, answer: (reason: string) => void): TextQuestion {
  return reasonQuestion({ key: 'users.bulk.ban', args: { count } }, (reason) => {
    answer(reason);
    return Promise.resolve();
  });
}

function reasonQuestion(title: Message, send: (reason: string) => Promise<void>): TextQuestion {
  return {
    title,
    note: 'users.ban.note',
    label: 'users.ban.reason',
    action: 'users.ban.action',
    sending: 'users.ban.sending',
    isDestructive: true,
    language: 'en',
    maxLength: REASON_MAX,
    initial: '',
    complaint: (text) => {
      if (v.is(BanUser, { reason: text })) return null;
      return text.trim() === '' ? 'users.ban.missing' : 'users.malformed';
    },
    send: (text) => send(text.trim()).then(() => null, toApiError),
  };
}

/** What somebody is called. */
export function renameQuestion(user: PublicUser, actions: UserActions): TextQuestion {
  return {
    title: { key: 'users.rename.title', args: { name: isolated(user.fullName) } },
    note: 'users.rename.note',
    label: 'users.rename.name',
    action: 'users.rename.action',
    sending: 'users.rename.sending',
    isDestructive: false,
    maxLength: NAME_MAX,
    initial: user.fullName,
    complaint: (text) => {
      if (v.is(RenameUser, { fullName: text })) return null;
      if (text.trim() === '') return 'users.rename.missing';
      return text.trim().split(/\s+/u).length < 3 ? 'users.rename.words' : 'users.malformed';
    },
    send: (text) => actions.rename(user, text.trim()).then(() => null, toApiError),
  };
}
