import { afterNextRender, Component, DestroyRef, inject, Injector, signal, viewChild, type ElementRef } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterOutlet } from '@angular/router';
import { mdiMenu } from '@mdi/js';
import { distinctUntilChanged, filter, map, skip } from 'rxjs';
import { Server } from '../core/api/server';
import { T } from '../core/i18n/texts';
import { NotificationsAbsence } from '../core/live/notifications-absence';
import { OutageReceipt } from '../core/live/outage-receipt';
import { LeftRows } from '../core/left-rows';
import { Media } from '../core/media';
import { PageTitles } from '../core/page-titles';
import { copyPlain } from '../core/plain-copy';
import { Session } from '../core/session/session';
import { Dialogs } from '../ui/dialogs';
import { Icon } from '../ui/icon';
import { LanguageSwitch } from '../ui/language-switch';
import { LatePart, type LoadPart } from '../ui/late-part';
import { ThemeSwitch } from '../ui/theme-switch';
import { AccountMenu } from './account-menu';
import { Bell } from './bell/bell';
import { FreshnessSummary } from './freshness-summary';
import { Navigation } from './navigation';
import { PaletteButton } from './palette-button';
import { registerShellShortcuts } from './shell-shortcuts';

/** The frame around every page of who is signed in. Under 900 px the navigation moves into a drawer, a modal `dialog`. */
@Component({
  selector: 'app-shell',
  imports: [AccountMenu, Bell, FreshnessSummary, Icon, LanguageSwitch, LatePart, Navigation, PaletteButton, RouterOutlet, T, ThemeSwitch],
  templateUrl: './shell.html',
  styleUrl: './shell.scss',
  host: { '(document:copy)': 'copyPlain($event)' },
})
export class Shell {
  /** What was missed is told from the server's log, so only where there is one. */
  protected readonly receipts = inject(Server).can('activity') ? inject(OutageReceipt) : undefined;
  protected readonly receiptBar: LoadPart = async () => (await import('./dialogs')).ReceiptBar;
  protected readonly absence = inject(NotificationsAbsence);
  protected readonly title = inject(PageTitles).current;
  protected readonly narrow = inject(Media).isNarrow;
  protected readonly menu = mdiMenu;
  protected readonly copyPlain = copyPlain;
  /** What is drawn: 0 the frame, 1 the page in it, 2 the tools in its header. Each in a task of its own, between which a slow phone answers. */
  protected readonly drawn = signal(0);

  private readonly main = viewChild.required<ElementRef<HTMLElement>>('main');
  private readonly drawer = viewChild<ElementRef<HTMLDialogElement>>('drawer');
  private readonly injector = inject(Injector);
  private readonly destroyRef = inject(DestroyRef);
  /** What is in the drawer is made when it is first wanted. */
  protected readonly isDrawerWanted = signal(false);

  constructor() {
    registerShellShortcuts();
    inject(LeftRows).follow(() => this.main().nativeElement);
    this.drawMore();
    const dialogs = inject(Dialogs);
    inject(Session)
      .ended$.pipe(takeUntilDestroyed())
      .subscribe(() => dialogs.dropAll());

    // Another page: the focus goes along, so that the keyboard and a screen reader start at its beginning. A filter in the address is no other page.
    inject(Router)
      .events.pipe(
        filter((event) => event instanceof NavigationEnd),
        map(({ urlAfterRedirects }) => urlAfterRedirects.split('?', 1)[0]),
        distinctUntilChanged(),
        skip(1),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.focusContent());
  }

  protected openDrawer(): void {
    this.isDrawerWanted.set(true);
    // Once its links are there: the first of them takes the focus.
    afterNextRender({ write: () => this.drawer()?.nativeElement.showModal() }, { injector: this.injector });
  }

  protected focusContent(): void {
    this.main().nativeElement.focus();
  }

  private drawMore(): void {
    const draw = (): void => {
      if (this.destroyRef.destroyed) return;
      this.drawn.update((drawn) => drawn + 1);
      if (this.drawn() < 2) this.drawMore();
    };
    afterNextRender(() => setTimeout(draw), { injector: this.injector });
  }
}
