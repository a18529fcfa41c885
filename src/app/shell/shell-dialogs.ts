import { Dialog } from '@angular/cdk/dialog';
import { createGlobalPositionStrategy } from '@angular/cdk/overlay';
import type { ComponentType } from '@angular/cdk/portal';
import { inject, Injector, Service } from '@angular/core';

/** The dialogs that open from anywhere. Each is loaded when it is first asked for. */
@Service()
export class ShellDialogs {
  private readonly dialog = inject(Dialog);
  private readonly injector = inject(Injector);
  private isOpening = false;

  /** Goes to a page, acts, or finds a user by typing. */
  openPalette(): Promise<void> {
    return this.open(async () => (await import('./dialogs')).Palette, 'palette-label', 'min(600px, 100vi - 32px)');
  }

  /** Lists the keyboard shortcuts there are right now. */
  openHelp(): Promise<void> {
    return this.open(async () => (await import('./dialogs')).ShortcutHelp, 'shortcut-help-title', 'min(520px, 100vi - 32px)');
  }

  /** Takes every dialog off the page, also those that would rather be asked: what they show is not for whoever comes next. */
  dropAll(): void {
    for (const dialog of [...this.dialog.openDialogs].reverse()) {
      dialog.config.closePredicate = () => true;
      dialog.close();
    }
  }

  /** One at a time, however often and quickly it is asked for. */
  private async open(load: () => Promise<ComponentType<unknown>>, labelledBy: string, width: string): Promise<void> {
    if (this.isOpening || this.dialog.openDialogs.length > 0) return;
    this.isOpening = true;
    try {
      const component = await load();
      // From the top: what is read must not move when the dialog grows.
      const positionStrategy = createGlobalPositionStrategy(this.injector).top('12vh').centerHorizontally();
      this.dialog.open(component, { ariaModal: true, ariaLabelledBy: labelledBy, width, positionStrategy });
    } finally {
      this.isOpening = false;
    }
  }
}
