import { DialogRef } from '@angular/cdk/dialog';
import { afterRenderEffect, Component, computed, type ElementRef, inject, linkedSignal, signal, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import { mdiAccountSearchOutline, mdiMagnify } from '@mdi/js';
import { ErrorTexts } from '../../core/i18n/error-texts';
import { isolated } from '../../core/i18n/isolated';
import { T, Texts } from '../../core/i18n/texts';
import { Avatar } from '../../ui/avatar';
import { Icon } from '../../ui/icon';
import type { Command, CommandGroup, UserCommand } from './command';
import { ShellCommands } from './shell-commands';
import { UserSearch } from './user-search';

/**
 * Everything by typing: a page to go to, something to do, a user. The focus stays in the field (a combobox); the arrow keys choose
 * in the list below it. What is chosen runs once the dialog is gone and the focus is back where it was.
 */
@Component({
  selector: 'app-palette',
  imports: [Avatar, Icon, T],
  providers: [ShellCommands, UserSearch],
  templateUrl: './palette.html',
  styleUrl: './palette.scss',
  host: { '(mousedown)': 'keepFocus($event)', '(pointermove)': 'point($event)', '(click)': 'press($event)' },
})
export class Palette {
  private readonly texts = inject(Texts);
  private readonly errorTexts = inject(ErrorTexts);
  private readonly router = inject(Router);
  private readonly shell = inject(ShellCommands);
  private readonly dialog = inject(DialogRef);
  protected readonly users = inject(UserSearch);
  private readonly list = viewChild.required<ElementRef<HTMLElement>>('list');
  protected readonly magnifier = mdiMagnify;

  protected readonly text = signal('');
  protected readonly groups = computed(() => [...this.shell.matching(this.text()), this.userGroup()].filter(({ commands }) => commands.length > 0));
  private readonly commands = computed(() => this.groups().flatMap(({ commands }) => commands));
  /** What Enter does: what was chosen, for as long as it is offered, or else the first. Another text is another choice. */
  private readonly chosen = linkedSignal<string, string | undefined>({ source: this.text, computation: () => undefined });
  protected readonly active = computed(() => this.commands().find(({ id }) => id === this.chosen()) ?? this.commands()[0]);

  protected readonly failure = computed(() => {
    const error = this.users.failure();
    return error && { text: this.texts.get('palette.failed', { why: this.errorTexts.get(error) }), requestId: error.requestId };
  });
  protected readonly status = computed(() => {
    if (this.users.isLoading()) return this.texts.get('palette.searching');
    const count = this.commands().length;
    return count === 0 ? this.texts.get('palette.none') : this.texts.get('palette.results', { count });
  });

  constructor() {
    afterRenderEffect({
      read: () => {
        const active = this.active();
        if (active)
          this.list()
            .nativeElement.querySelector(`#${optionId(active)}`)
            ?.scrollIntoView({ block: 'nearest' });
      },
    });
  }

  protected readonly optionId = optionId;

  protected type(text: string): void {
    this.text.set(text);
    this.users.look(text);
  }

  /** The focus never leaves the field for the list. */
  protected keepFocus(event: Event): void {
    if (this.list().nativeElement.contains(event.target as Node)) event.preventDefault();
  }

  protected point({ target }: Event): void {
    const command = this.commandAt(target);
    if (command) this.chosen.set(command.id);
  }

  protected press({ target }: Event): void {
    const command = this.commandAt(target);
    if (command) this.run(command);
  }

  protected handleKey(event: KeyboardEvent): void {
    // Enter that ends the composing of a character chooses nothing.
    if (event.isComposing) return;
    const active = this.active();
    if (event.key === 'ArrowDown') this.step(1);
    else if (event.key === 'ArrowUp') this.step(-1);
    else if (event.key === 'Enter' && active) this.run(active);
    // The browser has a search of its own behind this one.
    else if (!(event.key === 'k' && (event.ctrlKey || event.metaKey))) return;
    event.preventDefault();
  }

  protected photoOf(command: Command | UserCommand): UserCommand | null {
    return 'email' in command ? command : null;
  }

  private step(by: number): void {
    const commands = this.commands();
    const active = this.active();
    const next = active && commands.at((commands.indexOf(active) + by) % commands.length);
    if (next) this.chosen.set(next.id);
  }

  private run(command: Command): void {
    this.dialog.close();
    void command.run();
  }

  private commandAt(target: EventTarget | null): Command | undefined {
    const id = target instanceof Element ? target.closest('[role=option]')?.id : undefined;
    return this.commands().find((command) => optionId(command) === id);
  }

  private userGroup(): CommandGroup {
    const text = this.users.text();
    const found = this.users.found().map(({ id, fullName, email, photoUrl }): UserCommand => ({
      id: `user-${id}`,
      text: fullName,
      icon: mdiAccountSearchOutline,
      email,
      photoUrl,
      run: () => this.router.navigate(['/users'], { queryParams: { user: id } }),
    }));
    const isEmpty = found.length === 0 && !this.users.isLoading() && !this.users.failure();
    if (text === '' || isEmpty) return { heading: 'palette.users', commands: [] };
    const all: Command = {
      id: 'all-users',
      text: this.texts.get('palette.allUsers', { text: isolated(text) }),
      icon: mdiAccountSearchOutline,
      run: () => this.router.navigate(['/users'], { queryParams: { q: text } }),
    };
    return { heading: 'palette.users', commands: [...found, all] };
  }
}

function optionId({ id }: Command): string {
  return `palette-${id}`;
}
