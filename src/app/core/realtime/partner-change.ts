import type { Broadcast } from '#contract/events';
import type { PartnerRequest } from '#contract/partner-places';
import type { Change } from '../sync/heart/link';

/** What a broadcast of `/partner-places` does to a list of requests: one is gone, or is to be fetched; without an id, all are. */
export function partnerChange({ payload: { id, kind } }: Broadcast<'partner-places'>): Change<PartnerRequest> {
  if (id === undefined) return { kind: 'touched' };
  return { kind: kind === 'deleted' ? 'deleted' : 'touched', id };
}
