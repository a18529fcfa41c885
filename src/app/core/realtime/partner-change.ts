import type { Broadcast } from '#contract/events';
import type { PartnerRequest } from '#contract/partner-places';
import type { Change } from '@moien/live/engine';

/** What a broadcast of `/partner-places` does to a list of requests: one is gone, or is to be fetched; without an id, all are. */
export function partnerChange({ payload: { id, kind } }: Broadcast<'partner-places'>): Change<PartnerRequest> {
  if (id === undefined) return { kind: 'invalidated' };
  return { kind: kind === 'deleted' ? 'deleted' : 'invalidated', id };
}
