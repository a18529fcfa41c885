import { inject, Service, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { ActivityEntry, ActivityPage } from '#contract/activity';
import type { StreamPosition } from '#contract/stream';
import { type StreamName, STREAMS } from '#contract/streams';
import type { LinkEvent } from '@moien/live/engine';
import { firstValueFrom, type Observable } from 'rxjs';
import { ActivityApi } from '../api/activity-api';
import { PartnerPlacesSocket } from '../realtime/partner-places-socket';
import { SiteSettingsSocket } from '../realtime/site-settings-socket';
import { UsersSocket } from '../realtime/users-socket';
import { Session } from '../session/session';

/** Shorter than this is a blink, not worth a word. In milliseconds. */
const OUTAGE_MIN_MS = 5_000;

/** What happened while this browser could not hear of it. */
export interface Receipt {
  /** How long the connection was gone, in milliseconds. */
  readonly duration: number;
  /** One line a user, request or image, the latest first: the last thing that happened to it. */
  readonly lines: readonly ActivityEntry[];
  /** Whether more happened than is listed, or the log no longer tells all of it. */
  readonly isPartial: boolean;
}

/** From where in each stream nothing was heard, and since when. */
interface Outage {
  readonly since: number;
  readonly from: ReadonlyMap<StreamName, StreamPosition>;
  /** Where each stream was found when the connection came back. */
  readonly to: Map<StreamName, StreamPosition>;
}

/** After an outage, tells from the server's log what was missed: in every stream, whichever page is open. */
@Service()
export class OutageReceipt {
  private readonly activity = inject(ActivityApi);
  private readonly session = inject(Session);
  private readonly current = signal<Receipt | null>(null);
  private readonly heard = new Map<StreamName, StreamPosition>();
  private outage: Outage | undefined;

  /** Null when there is nothing to tell. */
  readonly receipt = this.current.asReadonly();

  constructor() {
    const links: Readonly<Record<StreamName, Observable<LinkEvent<unknown>>>> = {
      users: inject(UsersSocket).link$,
      'partner-places': inject(PartnerPlacesSocket).link$,
      'site-settings': inject(SiteSettingsSocket).link$,
    };
    for (const stream of STREAMS) links[stream].pipe(takeUntilDestroyed()).subscribe((event) => this.follow(stream, event));
    this.session.ended$.pipe(takeUntilDestroyed()).subscribe(() => this.forget());
  }

  dismiss(): void {
    this.current.set(null);
  }

  private follow(stream: StreamName, event: LinkEvent<unknown>): void {
    // What ends with the session is no outage.
    if (event.kind === 'down' && this.session.status() === 'signed-in') {
      this.outage ??= { since: Date.now(), from: new Map(this.heard), to: new Map() };
      this.outage.to.delete(stream);
    }
    if (event.kind !== 'batch') return;
    const position = { log: event.batch.log, seq: event.batch.head };
    this.heard.set(stream, position);
    const { outage } = this;
    if (!outage) return;
    outage.to.set(stream, position);
    if ([...outage.from.keys()].every((other) => outage.to.has(other))) void this.end(outage);
  }

  private async end({ since, from, to }: Outage): Promise<void> {
    this.outage = undefined;
    const duration = Date.now() - since;
    const missed = [...from].filter(([stream, { log, seq }]) => to.get(stream)?.log !== log || to.get(stream)?.seq !== seq);
    if (duration < OUTAGE_MIN_MS || missed.length === 0) return;
    const page = await firstValueFrom(this.activity.latest()).catch(() => undefined);
    if (this.session.status() !== 'signed-in') return;
    const isMissed = ({ namespace, log, seq }: ActivityEntry): boolean => {
      const [start, end] = [from.get(namespace), to.get(namespace)];
      // A new history has no numbers in common with the one before: what was missed can no longer be told apart.
      return start !== undefined && start.log === end?.log && start.log === (log ?? start.log) && seq > start.seq && seq <= end.seq;
    };
    const isSameLog = missed.every(([stream, { log }]) => to.get(stream)?.log === log);
    const reachesBack = page !== undefined && (page.pagination.nextCursor === null || isFromBefore(page, from));
    this.current.set({ duration, lines: lastOfEach(page?.data.filter(isMissed) ?? []), isPartial: !isSameLog || !reachesBack });
  }

  private forget(): void {
    this.outage = undefined;
    this.heard.clear();
    this.dismiss();
  }
}

/** Whether a page, newest first, goes back beyond these positions. */
function isFromBefore({ data }: ActivityPage, positions: ReadonlyMap<StreamName, StreamPosition>): boolean {
  return data.some(({ namespace, log, seq }) => {
    const position = positions.get(namespace);
    return position !== undefined && (seq <= position.seq || position.log !== (log ?? position.log));
  });
}

/** @returns of each subject the newest entry, given entries newest first. */
function lastOfEach(entries: readonly ActivityEntry[]): readonly ActivityEntry[] {
  const seen = new Set<string>();
  return entries.filter(({ subject }) => !seen.has(subject.id) && seen.add(subject.id));
}
