// What ShellDialogs opens, in one chunk: each chunk more makes those that every page starts with larger.
export { ShortcutHelp } from './help/shortcut-help';
export { Palette } from './palette/palette';
