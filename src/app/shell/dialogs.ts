// What the shell opens at a press, in one chunk: each chunk more makes those that every page starts with larger.
export { LatestNotifications } from './bell/latest-notifications';
export { ShortcutHelp } from './help/shortcut-help';
export { Palette } from './palette/palette';
