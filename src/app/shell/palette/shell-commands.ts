import { computed, inject, Service } from '@angular/core';
import { Router } from '@angular/router';
import { mdiCheckAll, mdiGestureTap, mdiKeyboardOutline, mdiLogoutVariant, mdiRefresh, mdiThemeLightDark, mdiTranslate } from '@mdi/js';
import { isolated } from '../../core/i18n/isolated';
import { Language } from '../../core/i18n/language';
import { LANGUAGE_FACTS, LANGUAGES } from '../../core/i18n/languages';
import { Texts } from '../../core/i18n/texts';
import { MarkRead } from '../../core/live/mark-read';
import { Session } from '../../core/session/session';
import { PageCommands } from '../../core/shortcuts/page-commands';
import { Theme, THEMES } from '../../core/theme/theme';
import { Updates } from '../../core/updates';
import { Toasts } from '../../ui/toasts';
import { OfferedPages } from '../pages';
import { ShellDialogs } from '../shell-dialogs';
import type { Command, CommandGroup } from './command';

/** The commands that need no server: the pages there are, and what the shell can do. What is the case already is not offered. */
@Service({ autoProvided: false })
export class ShellCommands {
  private readonly texts = inject(Texts);
  private readonly router = inject(Router);
  private readonly language = inject(Language);
  private readonly theme = inject(Theme);
  private readonly session = inject(Session);
  private readonly updates = inject(Updates);
  private readonly dialogs = inject(ShellDialogs);
  private readonly offered = inject(OfferedPages);
  private readonly pageCommands = inject(PageCommands);
  private readonly marks = new MarkRead(inject(Toasts));

  /** What can be done to the rows that the page has in focus. */
  private readonly rows = computed((): CommandGroup[] =>
    this.pageCommands.rows().map(({ id, name, commands }) => ({
      id: `row-${id}`,
      heading: { key: 'palette.row', args: { name: isolated(name) } },
      commands: commands.map(({ label, run }) => ({
        id: `${id}-${label.replaceAll('.', '-')}`,
        text: this.texts.get(label),
        subject: name,
        icon: mdiGestureTap,
        run,
      })),
    })),
  );

  private readonly pages = computed((): Command[] =>
    this.offered
      .pages()
      .map(({ path, title, icon }) => ({ id: `page-${path.slice(1)}`, text: this.texts.get(title), icon, run: () => this.router.navigateByUrl(path) })),
  );

  private readonly actions = computed((): Command[] => [
    ...(this.updates.available() ? [{ id: 'reload', text: this.texts.get('reload.now'), icon: mdiRefresh, run: () => this.updates.reload() }] : []),
    { id: 'read-all', text: this.texts.get('notification.markAllRead'), icon: mdiCheckAll, run: () => this.marks.all() },
    ...LANGUAGES.filter((code) => code !== this.language.code()).map((code) => ({
      id: `language-${code}`,
      text: this.texts.get('palette.language', { name: LANGUAGE_FACTS[code].name }),
      icon: mdiTranslate,
      run: () => this.language.use(code),
    })),
    ...THEMES.filter((name) => name !== this.theme.name()).map((name) => ({
      id: `theme-${name}`,
      text: this.texts.get('palette.theme', { name: this.texts.get(`theme.option.${name}`) }),
      icon: mdiThemeLightDark,
      run: () => this.theme.use(name),
    })),
    { id: 'help', text: this.texts.get('shortcuts.title'), icon: mdiKeyboardOutline, run: () => this.dialogs.openHelp() },
    { id: 'sign-out', text: this.texts.get('shell.signOut'), icon: mdiLogoutVariant, run: () => this.session.signOut() },
  ]);

  readonly groups = computed((): CommandGroup[] => [
    ...this.rows(),
    { id: 'pages', heading: { key: 'palette.pages' }, commands: this.pages() },
    { id: 'actions', heading: { key: 'palette.actions' }, commands: this.actions() },
  ]);
}
