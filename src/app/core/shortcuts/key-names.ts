import type { Shortcut } from './shortcuts';

/** Keys that are written otherwise on keyboards than they are called. */
const WRITTEN: Readonly<Record<string, string>> = { ArrowDown: '↓', ArrowUp: '↑', Escape: 'Esc', ' ': 'Space' };

/** Whether the command key is ⌘ here, not Ctrl. */
export function isMac(navigator: Navigator): boolean {
  return /mac|iphone|ipad/iu.test(navigator.userAgent);
}

/** The keys of a shortcut as they are written on a keyboard, in the order in which they are pressed. */
export function keyNames({ key, withCommand }: Pick<Shortcut, 'key' | 'withCommand'>, mac: boolean): string[] {
  const name = WRITTEN[key] ?? (key.length === 1 ? key.toUpperCase() : key);
  return withCommand ? [mac ? '⌘' : 'Ctrl', name] : [name];
}
