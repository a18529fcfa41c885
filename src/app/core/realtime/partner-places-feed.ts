import { inject, Service } from '@angular/core';
import type { PartnerRequest, PartnerRequestsQuery } from '#contract/partner-places';
import type { StreamPosition } from '#contract/stream';
import type { Batch, Feed, PageAnswer, RowsAnswer } from '@moien/live/engine';
import { map } from 'rxjs';
import { PartnerPlacesApi } from '../api/partner-places-api';
import { StreamApi } from '../api/stream-api';
import { feedAnswer } from './feed-answer';
import { partnerChange } from './partner-change';
import { RejectedEvents } from './rejected-events';
import { StreamDecoder } from './stream-decoder';

/** What a live list of partner requests asks the server. Their events carry no rows, so it also asks for single ones. */
@Service()
export class PartnerPlacesFeed implements Feed<PartnerRequest, PartnerRequestsQuery> {
  private readonly api = inject(PartnerPlacesApi);
  private readonly stream = inject(StreamApi);
  private readonly decoder = new StreamDecoder('partner-places', partnerChange, inject(RejectedEvents));

  page(query: PartnerRequestsQuery, cursor: string | null, limit: number, signal: AbortSignal): Promise<PageAnswer<PartnerRequest>> {
    return feedAnswer(this.api.list(query, cursor, limit), signal);
  }

  replay(after: StreamPosition, signal: AbortSignal): Promise<Batch<PartnerRequest>> {
    return feedAnswer(this.stream.replay('partner-places', after).pipe(map((page) => this.decoder.replayed(page))), signal);
  }

  rows(ids: readonly string[], signal: AbortSignal): Promise<RowsAnswer<PartnerRequest>> {
    return feedAnswer(this.api.some(ids), signal);
  }
}
