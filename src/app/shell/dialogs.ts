// What the shell shows at a press or after an outage, in one chunk: each chunk more makes those that every page starts with larger.
export { LatestNotifications } from './bell/latest-notifications';
export { ShortcutHelp } from './help/shortcut-help';
export { Palette } from './palette/palette';
export { ReceiptBar } from './receipt/receipt-bar';
