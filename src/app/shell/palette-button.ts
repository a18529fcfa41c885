import { Component, DOCUMENT, inject } from '@angular/core';
import { mdiMagnify } from '@mdi/js';
import { T } from '../core/i18n/texts';
import { isMac, keyNames } from '../core/shortcuts/key-names';
import { Icon } from '../ui/icon';
import { Keys } from '../ui/keys';
import { PALETTE_KEY } from './shell-shortcuts';
import { ShellDialogs } from './shell-dialogs';

/** Opens the command palette, and teaches its key to those who have one. Where there is little room it is an icon, still named by what it says. */
@Component({
  selector: 'app-palette-button',
  imports: [Icon, Keys, T],
  template: `
    <button
      type="button"
      class="button"
      aria-haspopup="dialog"
      [attr.title]="'palette.title' | t"
      [attr.aria-keyshortcuts]="mac ? 'Meta+K' : 'Control+K'"
      (click)="dialogs.openPalette()"
    >
      <app-icon [path]="magnifier" />
      <span>{{ 'palette.open' | t }}</span>
      <app-keys aria-hidden="true" [names]="keys" />
    </button>
  `,
  styles: `
    .button {
      justify-content: start;
      inline-size: 13.5rem;
      margin-inline-end: var(--s2);
      padding-inline: var(--s3) var(--s2);
      color: var(--ink-3);
      font-weight: 400;
    }

    span {
      flex: 1;
      text-align: start;
    }

    @media (width < 56.25rem) {
      .button {
        justify-content: center;
        inline-size: var(--control);
        margin: 0;
        padding: 0;
        border-color: transparent;
        background: none;
        color: var(--ink-2);

        &:hover {
          background: var(--raised);
          color: var(--ink);
        }
      }

      span {
        position: absolute;
        inline-size: 1px;
        overflow: hidden;
        clip-path: inset(50%);
        white-space: nowrap;
      }

      app-keys {
        display: none;
      }
    }
  `,
})
export class PaletteButton {
  protected readonly dialogs = inject(ShellDialogs);
  protected readonly magnifier = mdiMagnify;
  protected readonly mac = isMac(inject(DOCUMENT).defaultView?.navigator ?? navigator);
  protected readonly keys = keyNames(PALETTE_KEY, this.mac);
}
