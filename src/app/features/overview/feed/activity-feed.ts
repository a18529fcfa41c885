import { computed, effect, inject, Service, signal, untracked } from '@angular/core';
import { activityKey, type ActivityPage } from '#contract/activity';
import type { StreamName } from '#contract/streams';
import type { SnapshotAnswer } from '@moien/live/engine';
import { ActivityApi } from '../../../core/api/activity-api';
import { type ApiError, toApiError } from '../../../core/api/api-error';
import { SnapshotStore } from '../../../core/live/snapshot-store';
import { feedAnswer } from '../../../core/realtime/feed-answer';
import { PartnerPlacesSocket } from '../../../core/realtime/partner-places-socket';
import { SiteSettingsSocket } from '../../../core/realtime/site-settings-socket';
import { UsersSocket } from '../../../core/realtime/users-socket';
import { OverviewAddress } from '../overview-address';
import { GROUP_FACTS } from './activity-groups';
import { type ActivityLog, EMPTY_LOG, withHead, withTail } from './activity-log';

const PAGE = 50;
/** Pages that are fetched to reach back to what is known; further than that, the log is begun anew. */
const BRIDGE_MAX = 6;
/** Longer than this, what nobody scrolled down for is let go. */
const KEPT = 200;
/** More than this does not wait while the list is held: then it is counted no further. */
const WAITING_MAX = 500;

/**
 * What people did, newest first, live. Events only say that something happened; who did what to whom is in the log, whose newest entries are
 * fetched again then. While it is held, the entries shown keep their places and newer ones wait.
 */
@Service({ autoProvided: false })
export class ActivityFeed extends SnapshotStore<ActivityPage> {
  private readonly api = inject(ActivityApi);
  private readonly address = inject(OverviewAddress);
  private readonly log = signal<ActivityLog>(EMPTY_LOG);
  private isHeld = false;
  /** The newest entry that is shown while the list is held. */
  private readonly top = signal<string | null>(null);
  private readonly isOverfull = signal(false);
  private readonly olderFailure = signal<ApiError | null>(null);
  private readonly olderAsked = signal<string | null>(null);
  private readonly arrived = signal<ReadonlySet<string>>(new Set());

  private readonly topIndex = computed(() => {
    const top = this.top();
    return top === null
      ? 0
      : Math.max(
          0,
          this.log().entries.findIndex((entry) => activityKey(entry) === top),
        );
  });
  readonly entries = computed(() => this.log().entries.slice(this.topIndex()));
  /** How many newer entries wait; `isMore` when there are more than were counted. */
  readonly waiting = computed(() => ({ count: this.topIndex(), isMore: this.isOverfull() }));
  /** The entries that came last, after the first were there. */
  readonly fresh = this.arrived.asReadonly();
  readonly hasOlder = computed(() => this.log().cursor !== null);
  readonly isLoadingOlder = computed(() => this.olderAsked() !== null);
  readonly failureOfOlder = this.olderFailure.asReadonly();

  constructor() {
    const address = inject(OverviewAddress);
    const isShown = (stream: StreamName): boolean => {
      const group = untracked(address.activity);
      return group === undefined || GROUP_FACTS[group].stream === stream;
    };
    const [users, requests, images] = [inject(UsersSocket), inject(PartnerPlacesSocket), inject(SiteSettingsSocket)];
    super({
      fetch: (signal) => this.head(signal),
      // What is not shown changes nothing; of the rest, only the log knows the words.
      streams: (depend) => {
        depend('users', users, (value) => (isShown('users') ? undefined : value));
        depend('partner-places', requests, (value) => (isShown('partner-places') ? undefined : value));
        depend('site-settings', images, (value) => (isShown('site-settings') ? undefined : value));
      },
    });
    let shown = untracked(address.activity);
    effect(() => {
      const next = address.activity();
      if (next === shown) return;
      shown = next;
      untracked(() => this.begin());
    });
  }

  /** From now on entries keep their places, or no longer. */
  hold(isHeld: boolean): void {
    this.isHeld = isHeld;
    if (!isHeld) this.catchUp();
    else if (this.top() === null) this.top.set(keyOfFirst(this.log()));
  }

  /** Shows what waits. Where the list is held, it goes on being so from there. */
  catchUp(): void {
    if (this.isOverfull()) this.begin();
    else this.top.set(this.isHeld ? keyOfFirst(this.log()) : null);
  }

  /** Goes further back. Only one page at a time, however often it is asked for. */
  async loadOlder(): Promise<void> {
    const { cursor } = this.log();
    if (cursor === null || this.olderAsked() !== null) return;
    this.olderAsked.set(cursor);
    this.olderFailure.set(null);
    try {
      const { value } = await feedAnswer(this.page(cursor), new AbortController().signal);
      // The head may have been begun anew meanwhile: then this page no longer follows.
      if (this.log().cursor === cursor) this.log.update((log) => withTail(log, value));
    } catch (error) {
      this.olderFailure.set(toApiError(error instanceof Error && error.cause ? error.cause : error));
    } finally {
      this.olderAsked.set(null);
    }
  }

  protected override forget(): void {
    this.log.set(EMPTY_LOG);
    this.top.set(null);
    this.arrived.set(new Set());
  }

  private begin(): void {
    this.forget();
    this.isOverfull.set(false);
    this.olderFailure.set(null);
    this.restart();
  }

  private page(after?: string): ReturnType<ActivityApi['page']> {
    const group = untracked(this.address.activity);
    return this.api.page({ after, limit: PAGE, kind: group && GROUP_FACTS[group].kind });
  }

  /** Fetches the newest entries, as far back as to those that are known. The answer's place in the streams is that of its first page. */
  private async head(signal: AbortSignal): Promise<SnapshotAnswer<ActivityPage>> {
    const first = await feedAnswer(this.page(), signal);
    const pages = [first.value];
    let next = withHead(this.log(), pages);
    while (!next && pages.length < BRIDGE_MAX) {
      const { value } = await feedAnswer(this.page(pages.at(-1)?.pagination.nextCursor ?? undefined), signal);
      pages.push(value);
      next = withHead(this.log(), pages);
    }
    if (!signal.aborted) this.adopt(next, { entries: first.value.data, cursor: first.value.pagination.nextCursor });
    return first;
  }

  private adopt(next: ActivityLog | undefined, latest: ActivityLog): void {
    const known = this.log();
    const isFirst = known.entries.length === 0;
    const newer = next ? next.entries.length - known.entries.length + this.topIndex() : Infinity;
    if (this.isHeld && !isFirst && newer > WAITING_MAX) {
      this.isOverfull.set(true);
      return;
    }
    const before = new Set(known.entries.map(activityKey));
    const news = isFirst ? [] : latest.entries.map(activityKey).filter((key) => !before.has(key));
    if (news.length > 0) this.arrived.set(new Set(news));
    this.log.set(next && (this.isHeld || next.entries.length <= KEPT) ? next : latest);
    if (isFirst && this.isHeld) this.top.set(keyOfFirst(latest));
  }
}

function keyOfFirst({ entries: [first] }: ActivityLog): string | null {
  return first ? activityKey(first) : null;
}
