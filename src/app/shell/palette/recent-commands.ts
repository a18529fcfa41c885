import { inject, Service, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Session } from '../../core/session/session';
import type { Command } from './command';

const KEPT = 5;

/** Where the palette led last, newest first. Kept in memory only, until somebody else signs in. */
@Service()
export class RecentCommands {
  private readonly commands = signal<readonly Command[]>([]);
  readonly all = this.commands.asReadonly();

  constructor() {
    inject(Session)
      .ended$.pipe(takeUntilDestroyed())
      .subscribe(() => this.commands.set([]));
  }

  add(command: Command): void {
    this.commands.update((commands) => [command, ...commands.filter(({ id }) => id !== command.id)].slice(0, KEPT));
  }
}
