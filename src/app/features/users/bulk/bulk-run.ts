import { computed, signal } from '@angular/core';
import { userTag } from '#contract/user-tag';
import { PublicUser } from '#contract/users';
import * as v from 'valibot';
import { type ApiError, toApiError } from '../../../core/api/api-error';
import type { UserChanged } from '../../../core/api/users-api';

export type BulkVerb = 'ban' | 'unban' | 'delete';

/** What became of one user. */
export type Outcome =
  /** `after` is null when they were deleted; `reason` is why they had been banned. */
  | { readonly kind: 'done'; readonly after: PublicUser | null; readonly reason: string | null }
  /** It was so when they were selected: there was nothing to do. */
  | { readonly kind: 'same' }
  /** Somebody changed them since they were selected: what was decided rests on what they were then. */
  | { readonly kind: 'changed'; readonly now: PublicUser }
  | { readonly kind: 'gone' }
  | { readonly kind: 'failed'; readonly why: ApiError };

export interface RowResult {
  /** As they were when they were selected. */
  readonly user: PublicUser;
  readonly outcome: Outcome;
}

/** What a bulk action asks for. */
export interface BulkPort {
  /** The newest that was heard of somebody, if anything was. */
  heard(id: string): PublicUser | undefined;
  /**
   * Looks and acts in one step: refused with `STALE` when the user is another by now.
   *
   * @returns what became of them; null when they are gone. Rejects with an ApiError.
   */
  act(user: PublicUser): Promise<UserChanged | null>;
}

/** So many failures in a row are no accident: what comes next would fail too. */
const FAILURES_MAX = 3;

/** Does something to users one after the other, each only if they still are as they were when somebody decided it. */
export class BulkRun {
  private readonly told = signal<readonly RowResult[]>([]);
  private readonly standing = signal<'running' | 'finished' | 'cancelled' | 'stopped'>('running');
  private readonly leaving = signal(false);

  /** In the order in which they came. */
  readonly results = this.told.asReadonly();
  readonly state = this.standing.asReadonly();
  /** Somebody has cancelled; what is under way is still waited for. */
  readonly isCancelling = computed(() => this.leaving() && this.state() === 'running');
  /** Those whom it did not get to. */
  readonly untouched = computed(() => {
    const done = new Set(this.told().map(({ user }) => user.id));
    return this.state() === 'running' ? [] : this.users.filter(({ id }) => !done.has(id));
  });

  constructor(
    readonly verb: BulkVerb,
    readonly users: readonly PublicUser[],
    private readonly port: BulkPort,
  ) {}

  async start(): Promise<void> {
    let failures = 0;
    for (const user of this.users) {
      if (this.leaving() || failures === FAILURES_MAX) break;
      const outcome = await this.step(user);
      this.told.update((results) => [...results, { user, outcome }]);
      if (outcome.kind === 'done') failures = 0;
      if (outcome.kind === 'failed') failures++;
    }
    if (this.told().length === this.users.length) this.standing.set('finished');
    else this.standing.set(this.leaving() ? 'cancelled' : 'stopped');
  }

  /** Goes no further than the one under way: whether that was done could not be known. */
  cancel(): void {
    this.leaving.set(true);
  }

  /**
   * The users that can be put back, as this left them: one who has been changed since is not touched again. To ban needs
   * the reason of before, which not every server tells.
   */
  undoable(): readonly PublicUser[] {
    return this.told().flatMap(({ outcome }) =>
      outcome.kind === 'done' && outcome.after && (this.verb !== 'unban' || outcome.reason !== null) ? [outcome.after] : [],
    );
  }

  private async step(user: PublicUser): Promise<Outcome> {
    const heard = this.port.heard(user.id);
    if (heard && userTag(heard, this.verb) !== userTag(user, this.verb)) return { kind: 'changed', now: heard };
    if (this.verb !== 'delete' && user.isBanned === (this.verb === 'ban')) return { kind: 'same' };
    try {
      const changed = await this.port.act(user);
      return { kind: 'done', after: changed?.user ?? null, reason: changed?.banReason ?? null };
    } catch (error) {
      const why = toApiError(error);
      if (why.code === 'STALE' && v.is(PublicUser, why.current)) return { kind: 'changed', now: why.current };
      return why.code === 'NOT_FOUND' ? { kind: 'gone' } : { kind: 'failed', why };
    }
  }
}
