import { inject, Service, type Type } from '@angular/core';
import { Dialogs } from '../ui/dialogs';

/** The dialogs that open from anywhere. Each is loaded when it is first asked for. */
@Service()
export class ShellDialogs {
  private readonly dialogs = inject(Dialogs);
  private isOpening = false;

  /** Goes to a page, acts, or finds a user by typing. */
  openPalette(): Promise<void> {
    return this.open(async () => (await import('./dialogs')).Palette, 'palette-label', 'min(37.5rem, 100vi - 2rem)');
  }

  /** Lists the keyboard shortcuts there are right now. */
  openHelp(): Promise<void> {
    return this.open(async () => (await import('./dialogs')).ShortcutHelp, 'shortcut-help-title', 'min(32.5rem, 100vi - 2rem)');
  }

  /** One at a time, however often and quickly it is asked for. */
  private async open(load: () => Promise<Type<unknown>>, labelledBy: string, width: string): Promise<void> {
    if (this.isOpening || this.dialogs.areOpen) return;
    this.isOpening = true;
    try {
      await this.dialogs.open(load, { ariaModal: true, ariaLabelledBy: labelledBy, width, fromTop: '12vh' });
    } finally {
      this.isOpening = false;
    }
  }
}
