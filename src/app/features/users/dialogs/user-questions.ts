import { NAME_MAX, REASON_MAX } from '#contract/primitives';
import { BanUser, FullName, type PublicUser } from '#contract/users';
import { displayName, isVisible } from '#contract/visible-text';
import * as v from 'valibot';
import { type ApiError, toApiError } from '../../../core/api/api-error';
import { isolated } from '../../../core/i18n/isolated';
import type { Message, MessageKey } from '../../../core/i18n/translations';
import type { Asked } from '../../../ui/asked';
import type { UserActions } from '../user-actions';
import type { TextQuestion } from '../../../ui/text-question';

/** What is wrong with a name, by the contract's code. */
const NAME_FAULTS: ReadonlyMap<string, MessageKey> = new Map<string, MessageKey>([
  ['WORDS', 'users.rename.words'],
  ['INVISIBLE', 'common.invisibleWord'],
]);

/** Why somebody is banned: in English, since it goes into the e-mail to them. */
export function banQuestion(asked: Asked<PublicUser>, actions: UserActions): TextQuestion {
  const title = { key: 'users.ban.title', args: { name: isolated(displayName(asked.row())) } } as const;
  return { ...reasonQuestion(title, (reason) => actions.ban(asked.row(), reason).then(() => null, refused(asked))), news: asked.news };
}

/** The same for many at once. */
export function bulkBanQuestion(count: number, answer: (reason: string) => void): TextQuestion {
  return reasonQuestion({ key: 'users.bulk.ban', args: { count } }, (reason) => {
    answer(reason);
    return Promise.resolve(null);
  });
}

function reasonQuestion(title: Message, send: (reason: string) => Promise<ApiError | null>): TextQuestion {
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
      return isVisible(text) ? 'users.malformed' : 'users.ban.missing';
    },
    send: (text) => send(text.trim()),
  };
}

/** What somebody is called. */
export function renameQuestion(asked: Asked<PublicUser>, actions: UserActions): TextQuestion {
  return {
    title: { key: 'users.rename.title', args: { name: isolated(displayName(asked.row())) } },
    note: 'users.rename.note',
    label: 'users.rename.name',
    action: 'users.rename.action',
    sending: 'users.rename.sending',
    isDestructive: false,
    maxLength: NAME_MAX,
    initial: asked.row().fullName,
    news: asked.news,
    complaint: (text) => {
      const [fault] = v.safeParse(FullName, text).issues ?? [];
      if (fault === undefined) return null;
      return isVisible(text) ? (NAME_FAULTS.get(fault.message) ?? 'users.malformed') : 'users.rename.missing';
    },
    send: (text) => actions.rename(asked.row(), text.trim()).then(() => null, refused(asked)),
  };
}

function refused(asked: Asked<PublicUser>): (error: unknown) => ApiError {
  return (error) => asked.take(toApiError(error));
}
