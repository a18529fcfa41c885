import { inject, Service } from '@angular/core';
import type { StreamPosition } from '#contract/stream';
import type { Batch, Feed, PageAnswer } from '@moien/live/engine';
import { map } from 'rxjs';
import { SiteSettingsApi, type SlotUrl } from '../api/site-settings-api';
import { feedAnswer } from './feed-answer';
import { imageChange } from './image-change';
import { RejectedEvents } from './rejected-events';
import { StreamDecoder } from './stream-decoder';

/** What a live list of the site's images asks the server: always for all of them. */
@Service()
export class SiteImagesFeed implements Feed<SlotUrl, unknown> {
  private readonly api = inject(SiteSettingsApi);
  private readonly decoder = new StreamDecoder('site-settings', imageChange, inject(RejectedEvents));

  page(_query: unknown, _cursor: null, _limit: number, signal: AbortSignal): Promise<PageAnswer<SlotUrl>> {
    return feedAnswer(this.api.images(), signal);
  }

  replay(after: StreamPosition, signal: AbortSignal): Promise<Batch<SlotUrl>> {
    const batch$ = this.api.replay(after).pipe(
      map(({ data, pagination: { log, head } }) => ({
        log,
        head,
        entries: data.map(({ seq, event, payload }) => this.decoder.entry(seq, this.decoder.broadcast(event, payload))),
      })),
    );
    return feedAnswer(batch$, signal);
  }
}
