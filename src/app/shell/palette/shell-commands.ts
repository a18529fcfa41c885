import { computed, inject, Service } from '@angular/core';
import { Router } from '@angular/router';
import { mdiKeyboardOutline, mdiLogoutVariant, mdiRefresh, mdiThemeLightDark, mdiTranslate } from '@mdi/js';
import { foldText } from '#contract/text';
import { Language } from '../../core/i18n/language';
import { LANGUAGE_FACTS, LANGUAGES } from '../../core/i18n/languages';
import { Texts } from '../../core/i18n/texts';
import { Session } from '../../core/session/session';
import { Theme, THEMES } from '../../core/theme/theme';
import { Updates } from '../../core/updates';
import { PAGES } from '../pages';
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

  private readonly pages = computed((): Command[] =>
    PAGES.map(({ path, title, icon }) => ({ id: `page-${path.slice(1)}`, text: this.texts.get(title), icon, run: () => this.router.navigateByUrl(path) })),
  );

  private readonly actions = computed((): Command[] => [
    ...(this.updates.available() ? [{ id: 'reload', text: this.texts.get('reload.now'), icon: mdiRefresh, run: () => this.updates.reload() }] : []),
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

  /** Those with every typed word in them; all while nothing is typed. */
  matching(text: string): CommandGroup[] {
    const words = foldText(text).split(' ');
    const matches = (command: Command) => words.every((word) => foldText(command.text).includes(word));
    return [
      { heading: 'palette.pages', commands: this.pages().filter(matches) },
      { heading: 'palette.actions', commands: this.actions().filter(matches) },
    ];
  }
}
