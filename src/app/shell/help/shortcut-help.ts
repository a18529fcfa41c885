import { DialogRef } from '@angular/cdk/dialog';
import { Component, DOCUMENT, inject } from '@angular/core';
import { mdiClose } from '@mdi/js';
import { T } from '../../core/i18n/texts';
import { isMac, keyNames } from '../../core/shortcuts/key-names';
import { type Shortcut, Shortcuts } from '../../core/shortcuts/shortcuts';
import { Icon } from '../../ui/icon';
import { Keys } from '../../ui/keys';

/** The keyboard shortcuts of the page on the screen, in the groups of the parts that have them. */
@Component({
  selector: 'app-shortcut-help',
  imports: [Icon, Keys, T],
  templateUrl: './shortcut-help.html',
  styleUrl: './shortcut-help.scss',
})
export class ShortcutHelp {
  protected readonly dialog = inject(DialogRef);
  protected readonly groups = inject(Shortcuts).groups;
  protected readonly close = mdiClose;
  private readonly mac = isMac(inject(DOCUMENT).defaultView?.navigator ?? navigator);

  protected namesOf(shortcut: Shortcut): string[] {
    return keyNames(shortcut, this.mac);
  }
}
