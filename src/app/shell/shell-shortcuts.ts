import { inject } from '@angular/core';
import { Shortcuts } from '../core/shortcuts/shortcuts';
import { ShellDialogs } from './shell-dialogs';

/** Opens the command palette. */
export const PALETTE_KEY = { key: 'k', withCommand: true } as const;

/** The shortcuts that every page has. Call it once, in the shell's injection context. */
export function registerShellShortcuts(): void {
  const dialogs = inject(ShellDialogs);
  inject(Shortcuts).register('shortcuts.everywhere', [
    { ...PALETTE_KEY, label: 'shortcuts.palette', run: () => void dialogs.openPalette() },
    { key: '?', label: 'shortcuts.help', run: () => void dialogs.openHelp() },
  ]);
}
