import { computed, DestroyRef, inject, Service, signal } from '@angular/core';
import type { MessageKey } from '../i18n/translations';

/** Something that can be done right now to what the page has in focus. */
export interface PageCommand {
  readonly label: MessageKey;
  readonly run: () => unknown;
}

/** What can be done to one row: the one that has the focus, or whose details are open. */
export interface RowCommands {
  readonly id: string;
  /** What the row is called. */
  readonly name: string;
  readonly commands: readonly PageCommand[];
}

/**
 * What the command palette can do to the rows of this page.
 *
 * @example inject(PageCommands).register(() => this.row() && { id, name, commands: [{ label: 'users.action.ban', run: () => this.ban() }] });
 */
@Service()
export class PageCommands {
  private readonly sources = signal<readonly (() => RowCommands | undefined)[]>([]);
  /** The newest first, each row once. */
  readonly rows = computed(() => {
    const rows = this.sources().flatMap((source) => source() ?? []);
    return [...new Map(rows.map((row) => [row.id, row])).values()].reverse();
  });

  /** Offers them for as long as its component lives. Call it in an injection context. @param source read as a signal; undefined while there is no such row. */
  register(source: () => RowCommands | undefined): void {
    this.sources.update((sources) => [...sources, source]);
    inject(DestroyRef).onDestroy(() => this.sources.update((sources) => sources.filter((other) => other !== source)));
  }
}
