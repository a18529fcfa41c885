import type { PublicUser } from '#contract/users';
import { displayName } from '#contract/visible-text';
import type { RowCommands } from '../../../core/shortcuts/page-commands';
import type { UserDialogs } from './user-dialogs';

/** What the command palette can do to a user. */
export function userCommands(user: PublicUser, dialogs: UserDialogs, mayDelete: boolean): RowCommands {
  return {
    id: user.id,
    name: displayName(user),
    commands: [
      user.isBanned ? { label: 'users.action.unban', run: () => dialogs.unban(user) } : { label: 'users.action.ban', run: () => dialogs.ban(user) },
      { label: 'users.action.rename', run: () => dialogs.rename(user) },
      { label: 'users.action.photo', run: () => dialogs.changePhoto(user) },
      ...(mayDelete ? [{ label: 'users.action.delete', run: () => dialogs.delete(user) } as const] : []),
    ],
  };
}
