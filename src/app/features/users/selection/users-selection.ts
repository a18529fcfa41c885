import { computed, inject, Service, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { PublicUser } from '#contract/users';
import { UsersSocket } from '../../../core/realtime/users-socket';
import { Session } from '../../../core/session/session';
import { UsersStore } from '../users-store';
import { noLongerShown } from './no-longer-shown';

/** How the selection stands. */
export interface Standing {
  readonly selected: number;
  /** Of these, the ones that the list would not show any more. */
  readonly unmatched: number;
  /** Those that were selected, and then deleted by somebody. */
  readonly deleted: number;
}

type Users = ReadonlyMap<string, PublicUser>;

/** The users that are to be acted on, by id: whatever happens to the list, they stay selected until they are let go or deleted. */
@Service({ autoProvided: false })
export class UsersSelection {
  private readonly store = inject(UsersStore);
  private readonly chosen = signal<Users>(new Map());
  /** The newest that was heard of those selected, in the list's sight or out of it. */
  private readonly heard = signal<Users>(new Map());
  private readonly deleted = signal<ReadonlySet<string>>(new Set());
  /** Where a range begins, and the ids that it added. */
  private anchor: string | undefined;
  private range: readonly string[] = [];

  /** Each as it was when it was selected, in that order: what was seen then is what a decision rests on. */
  readonly users = computed(() => [...this.chosen().values()]);
  readonly standing = computed((): Standing => ({ selected: this.chosen().size, unmatched: this.unmatched(), deleted: this.deleted().size }));
  /** How many of the loaded rows are selected. */
  readonly loaded = computed(() => {
    const chosen = this.chosen();
    const all = this.store.view()?.rows ?? [];
    const count = chosen.size === 0 ? 0 : all.filter(({ id }) => chosen.has(id)).length;
    if (count === 0) return 'none';
    return count === all.length ? 'all' : 'some';
  });

  constructor() {
    inject(UsersSocket)
      .events$.pipe(takeUntilDestroyed())
      .subscribe(({ event, payload }) => {
        if (!this.has(payload.id)) return;
        if (event === 'users.deleted') this.lose(payload.id);
        else this.heard.update((heard) => new Map(heard).set(payload.id, payload));
      });
    inject(Session)
      .ended$.pipe(takeUntilDestroyed())
      .subscribe(() => this.clear());
  }

  has(id: string): boolean {
    return this.chosen().has(id);
  }

  /** The newest that was heard of somebody since they were selected. */
  heardOf(id: string): PublicUser | undefined {
    return this.heard().get(id);
  }

  /** Selects a user, or lets them go. The next range begins here. */
  toggle(user: PublicUser): void {
    if (this.has(user.id)) this.release([user.id]);
    else this.add([user]);
    this.begin(user.id);
  }

  /** Selects from where the range began up to `to`, in place of the range before. @param from where it begins when it has not. */
  extend(rows: readonly PublicUser[], from: number, to: number): void {
    const begun = rows.findIndex(({ id }) => id === this.anchor);
    const start = begun < 0 ? from : begun;
    const covered = rows.slice(Math.min(start, to), Math.max(start, to) + 1);
    this.release(this.range);
    const added = covered.filter(({ id }) => !this.has(id));
    this.add(added);
    this.anchor = rows[start]?.id;
    this.range = added.map(({ id }) => id);
  }

  /** Selects all rows that are loaded, or lets them go when they all are. */
  toggleLoaded(): void {
    if (this.loaded() !== 'all') this.selectLoaded();
    else this.release((this.store.view()?.rows ?? []).map(({ id }) => id));
  }

  selectLoaded(): void {
    this.add(this.store.view()?.rows ?? []);
    this.begin(undefined);
  }

  /** Lets users go; nothing more is said of them. */
  release(ids: readonly string[]): void {
    if (ids.length === 0) return;
    this.deleted.update((deleted) => new Set([...deleted].filter((id) => !ids.includes(id))));
    this.chosen.update((chosen) => without(chosen, ids));
    this.heard.update((heard) => without(heard, ids));
  }

  clear(): void {
    this.chosen.set(new Map());
    this.heard.set(new Map());
    this.deleted.set(new Set());
    this.begin(undefined);
  }

  private begin(anchor: string | undefined): void {
    this.anchor = anchor;
    this.range = [];
  }

  /** Who is selected already stays as they were then. */
  private add(users: readonly PublicUser[]): void {
    if (this.chosen().size === 0) this.deleted.set(new Set());
    this.chosen.update((chosen) => new Map([...chosen, ...users.filter(({ id }) => !chosen.has(id)).map((user) => [user.id, user] as const)]));
  }

  private lose(id: string): void {
    this.release([id]);
    this.deleted.update((deleted) => new Set(deleted).add(id));
  }

  private unmatched(): number {
    const chosen = this.chosen();
    const view = this.store.view();
    if (chosen.size === 0 || !view || view.isPrevious) return 0;
    const heard = this.heard();
    return noLongerShown(
      [...chosen.values()].map((user) => heard.get(user.id) ?? user),
      view,
    );
  }
}

function without(users: Users, ids: readonly string[]): Users {
  const gone = new Set(ids);
  return new Map([...users].filter(([id]) => !gone.has(id)));
}
