// What the page opens at the first press, in one chunk: each chunk more makes those that every page starts with larger.
export { TextDialog } from '../../ui/text-dialog';
export { askedUser } from './dialogs/asked-user';
export { PhotoDialog } from './dialogs/photo-dialog';
export { banQuestion, bulkBanQuestion, renameQuestion } from './dialogs/user-questions';
export { UserDrawer } from './drawer/user-drawer';
export { UserMenu } from './menu/user-menu';
