import { computed, DestroyRef, DOCUMENT, inject, Service, signal } from '@angular/core';
import type { MessageKey } from '../i18n/translations';
import { isCovered, keepsLetters, keyOf } from './key-press';

/** A key that does something wherever the focus is on the page, but for fields, menus and dialogs. */
export interface Shortcut {
  /** As `KeyboardEvent.key` on a Latin keyboard: `j`, `?`, `Enter`. */
  readonly key: string;
  /** Together with Ctrl (⌘ on a Mac). Such a one works in fields too. */
  readonly withCommand?: boolean;
  /** What it does, for the help. */
  readonly label: MessageKey;
  /** Absent where something else acts on the key, such as the row that has the focus: then it is listed only. */
  readonly run?: () => void;
}

/** The shortcuts of one part of the page, under a heading in the help. */
export interface ShortcutGroup {
  readonly heading: MessageKey;
  readonly shortcuts: readonly Shortcut[];
}

/**
 * The keyboard shortcuts there are right now. One listener serves them all; where two want the same key, the one registered last has it.
 *
 * @example inject(Shortcuts).register('pages.users', [{ key: '/', label: 'users.search', run: () => this.search() }]);
 */
@Service()
export class Shortcuts {
  private readonly document = inject(DOCUMENT);
  private readonly registered = signal<readonly ShortcutGroup[]>([]);
  /** In the order of their registration, those under the same heading together. */
  readonly groups = computed(() => joined(this.registered()));

  constructor() {
    const handle = (event: KeyboardEvent) => this.handle(event);
    this.document.addEventListener('keydown', handle);
    inject(DestroyRef).onDestroy(() => this.document.removeEventListener('keydown', handle));
  }

  /** Adds shortcuts for as long as its component lives. Call it in an injection context. */
  register(heading: MessageKey, shortcuts: readonly Shortcut[]): void {
    const group = { heading, shortcuts };
    this.registered.update((groups) => [...groups, group]);
    inject(DestroyRef).onDestroy(() => this.registered.update((groups) => groups.filter((other) => other !== group)));
  }

  private handle(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.altKey) return;
    const withCommand = event.ctrlKey || event.metaKey;
    if (!withCommand && keepsLetters(event.target)) return;
    const key = keyOf(event);
    const found = this.registered()
      .flatMap(({ shortcuts }) => shortcuts)
      .reverse()
      .find((shortcut) => shortcut.run && shortcut.key === key && (shortcut.withCommand ?? false) === withCommand);
    if (!found?.run || isCovered(this.document)) return;
    event.preventDefault();
    found.run();
  }
}

function joined(groups: readonly ShortcutGroup[]): ShortcutGroup[] {
  const headings = [...new Set(groups.map(({ heading }) => heading))];
  return headings.map((heading) => ({
    heading,
    shortcuts: groups.filter((group) => group.heading === heading).flatMap(({ shortcuts }) => shortcuts),
  }));
}
