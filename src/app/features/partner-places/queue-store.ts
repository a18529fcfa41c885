import { inject, Service, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { PartnerPlacesChanged, PartnerRequest, PartnerRequestsQuery } from '#contract/partner-places';
import type { PartnerRequestState } from '../../core/api/partner-places-api';
import { LiveStore } from '../../core/live/live-store';
import { PartnerPlacesFeed } from '../../core/realtime/partner-places-feed';
import { PartnerPlacesSocket } from '../../core/realtime/partner-places-socket';
import { PARTNER_REQUEST_RULES } from '../../core/realtime/row-rules';
import { QueueAddress } from './queue-address';

/** Of so many requests it is remembered what was last heard of them. */
const NEWS_MAX = 500;

type ChangeKind = PartnerPlacesChanged['kind'];

/** The requests of the chosen status, live. Lives as long as the page. */
@Service({ autoProvided: false })
export class QueueStore extends LiveStore<PartnerRequest, PartnerRequestsQuery> {
  private readonly heard = signal<ReadonlyMap<string, ChangeKind>>(new Map());
  /** What was last heard of a request while somebody watched, by its id: for those that are in the list no more. */
  readonly news = this.heard.asReadonly();

  constructor() {
    const socket = inject(PartnerPlacesSocket);
    super({ rules: PARTNER_REQUEST_RULES, feed: inject(PartnerPlacesFeed), socket, query: inject(QueueAddress).query });
    socket.events$.pipe(takeUntilDestroyed()).subscribe(({ payload: { id, kind } }) => {
      if (id !== undefined) this.heard.update((news) => noted(news, id, kind));
    });
  }

  /** Takes in a request that was read by itself, so that the list is never behind what stands beside it. */
  learn({ request, position }: PartnerRequestState): void {
    // Without a position nobody could say whether it is newer than the list.
    if (position) this.applyLocalResult({ change: { kind: 'updated', row: request }, position }, () => undefined);
  }

  protected override forget(): void {
    this.heard.set(new Map());
  }
}

function noted(news: ReadonlyMap<string, ChangeKind>, id: string, kind: ChangeKind): ReadonlyMap<string, ChangeKind> {
  const next = new Map(news);
  next.delete(id);
  next.set(id, kind);
  if (next.size > NEWS_MAX) for (const oldest of next.keys()) return next.delete(oldest) ? next : news;
  return next;
}
