import { DialogRef } from '@angular/cdk/dialog';
import { afterRenderEffect, Component, computed, type ElementRef, inject, linkedSignal, signal, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import { mdiAccountSearchOutline, mdiMagnify } from '@mdi/js';
import { USER_SEARCH_MAX } from '#contract/users';
import { ErrorTexts } from '../../core/i18n/error-texts';
import { isolated } from '../../core/i18n/isolated';
import { T, Texts } from '../../core/i18n/texts';
import { Avatar } from '../../ui/avatar';
import { Icon } from '../../ui/icon';
import { overLimit } from '../../ui/over-limit';
import type { Command, CommandGroup } from './command';
import { PaletteSources } from './palette-sources';
import { RANK, ranking, type Rank } from './rank';
import { RecentCommands } from './recent-commands';
import { ShellCommands } from './shell-commands';

/** More than these of one kind nobody reads: who wants more types more. */
const SHOWN = 6;

type RankOf = (texts: readonly string[]) => Rank | undefined;

interface Ranked {
  readonly rank: Rank;
  readonly group: CommandGroup;
}

/**
 * Everything by typing: a page to go to, something to do, a person, a place. What answers best comes first. The focus stays in the
 * field (a combobox); the arrow keys choose in the list below it. What is chosen runs once the dialog is gone and the focus is back
 * where it was.
 */
@Component({
  selector: 'app-palette',
  imports: [Avatar, Icon, T],
  providers: [PaletteSources, ShellCommands],
  templateUrl: './palette.html',
  styleUrl: './palette.scss',
  host: { '(mousedown)': 'keepFocus($event)', '(pointermove)': 'point($event)', '(click)': 'press($event)' },
})
export class Palette {
  private readonly texts = inject(Texts);
  private readonly errorTexts = inject(ErrorTexts);
  private readonly router = inject(Router);
  private readonly shell = inject(ShellCommands);
  private readonly recent = inject(RecentCommands);
  private readonly dialog = inject(DialogRef);
  private readonly sources = inject(PaletteSources);
  private readonly list = viewChild.required<ElementRef<HTMLElement>>('list');
  protected readonly magnifier = mdiMagnify;

  protected readonly text = signal('');
  private readonly typed = computed(() => this.text().trim());
  protected readonly groups = computed(() => (this.typed() === '' ? this.offered() : this.found()).filter(({ commands }) => commands.length > 0));
  private readonly commands = computed(() => this.groups().flatMap(({ commands }) => commands));
  /** What Enter does: what was chosen, for as long as it is offered, or else the first. Another text is another choice. */
  private readonly chosen = linkedSignal<string, string | undefined>({ source: this.text, computation: () => undefined });
  protected readonly active = computed(() => this.commands().find(({ id }) => id === this.chosen()) ?? this.commands()[0]);

  protected readonly isLoading = computed(() => this.sources.all.some(({ source }) => source.now().isLoading));
  /** A source that does not answer says so, and hides none of the others. */
  protected readonly failures = computed(() =>
    this.sources.all.flatMap(({ id, source }) => {
      const { failure } = source.now();
      if (!failure) return [];
      return {
        id,
        text: this.texts.get(`palette.failed.${id}`, { why: this.errorTexts.get(failure) }),
        requestId: failure.requestId,
        retry: () => source.retry(),
      };
    }),
  );
  /** What is too long for a name stays, and is not searched for. */
  private readonly over = computed(() => overLimit(this.text(), USER_SEARCH_MAX));
  protected readonly status = computed(() => {
    const over = this.over();
    if (over) return this.texts.get(over.key, over.args);
    if (this.isLoading()) return this.texts.get('palette.searching');
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
    this.sources.look(this.over() ? '' : this.typed());
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

  private step(by: number): void {
    const commands = this.commands();
    const active = this.active();
    const next = active && commands.at((commands.indexOf(active) + by) % commands.length);
    if (next) this.chosen.set(next.id);
  }

  private run(command: Command): void {
    if (command.isPlace) this.recent.add(command);
    this.dialog.close();
    void command.run();
  }

  private commandAt(target: EventTarget | null): Command | undefined {
    const id = target instanceof Element ? target.closest('[role=option]')?.id : undefined;
    return this.commands().find((command) => optionId(command) === id);
  }

  /** Before anything is typed: what is at hand, where one was last, and all there is to do. */
  private offered(): CommandGroup[] {
    const groups = this.shell.groups();
    const rows = groups.filter(({ id }) => id.startsWith('row-'));
    const recent: CommandGroup = { id: 'recent', heading: { key: 'palette.recent' }, commands: this.recent.all() };
    return [...rows, recent, ...groups.filter((group) => !rows.includes(group))];
  }

  /** What answers the text, the group with the best answer first and the best of each group before the others. */
  private found(): CommandGroup[] {
    const rankOf = ranking(this.typed());
    const { places, staff } = this.sources;
    const groups: readonly (Ranked | undefined)[] = [
      ...this.shell.groups().map((group) => best(group, rankOf)),
      this.foundUsers(rankOf),
      best({ id: 'places', heading: { key: 'palette.places' }, commands: places.now().rows.map(this.sources.place) }, rankOf),
      best({ id: 'staff', heading: { key: 'palette.staff' }, commands: staff.now().rows.map(this.sources.admin) }, rankOf),
    ];
    return groups
      .flatMap((group) => group ?? [])
      .sort((a, b) => a.rank - b.rank)
      .map(({ group }) => group);
  }

  /** The server looks in more than is shown, in telephone numbers too: whom it found is an answer. Their whole list is offered unless it is empty. */
  private foundUsers(rankOf: RankOf): Ranked | undefined {
    const { rows, isLoading, failure } = this.sources.users.now();
    const q = this.typed();
    const all: Command = {
      id: 'all-users',
      text: this.texts.get('palette.allUsers', { text: isolated(q) }),
      icon: mdiAccountSearchOutline,
      run: () => this.router.navigate(['/users'], { queryParams: { q } }),
    };
    const group: CommandGroup = { id: 'users', heading: { key: 'palette.users' }, commands: rows.map(this.sources.user) };
    const found = best(group, (texts) => rankOf(texts) ?? RANK.inside);
    if (found) return { ...found, group: { ...group, commands: [...found.group.commands, all] } };
    return isLoading || failure ? { rank: RANK.inside, group: { ...group, commands: [all] } } : undefined;
  }
}

function best(group: CommandGroup, rankOf: RankOf): Ranked | undefined {
  const ranked = group.commands
    .flatMap((command) => {
      const rank = rankOf([command.text, command.detail ?? '', command.subject ?? '']);
      return rank === undefined ? [] : { rank, command };
    })
    .sort((a, b) => a.rank - b.rank)
    .slice(0, SHOWN);
  const [first] = ranked;
  return first && { rank: first.rank, group: { ...group, commands: ranked.map(({ command }) => command) } };
}

function optionId({ id }: Command): string {
  return `palette-${id}`;
}
