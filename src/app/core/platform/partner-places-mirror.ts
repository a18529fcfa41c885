import { inject, Service } from '@angular/core';
import type { Broadcast } from '#contract/events';
import type { PartnerRequest } from '#contract/partner-places';
import { PartnerPlacesSocket } from '../realtime/partner-places-socket';
import { ListReader } from './list-reader';
import { MirrorSocket } from './mirror-socket';
import { readPartnerRequest } from './rows';

/** All partner requests of the platform, held whole; stands in for {@link PartnerPlacesSocket}. */
@Service({ autoProvided: false })
export class PartnerPlacesMirror extends MirrorSocket<PartnerRequest, Broadcast<'partner-places'>> {
  constructor() {
    super(inject(PartnerPlacesSocket, { skipSelf: true }), {
      id: ({ id }) => id,
      fetch: inject(ListReader).of('/partner-places/requests', readPartnerRequest),
      equal: (a, b) => JSON.stringify({ ...a, updatedAt: '' }) === JSON.stringify({ ...b, updatedAt: '' }),
      succeed: stamped,
    });
  }
}

/**
 * Gives a request a moment of its last change where the server tells none: pages tell two states of a request apart
 * by it, and which is the newer.
 */
export function stamped(row: PartnerRequest, before: PartnerRequest | undefined): PartnerRequest {
  const last = Date.parse(before?.updatedAt ?? '');
  if (Date.parse(row.updatedAt) > (Number.isNaN(last) ? -Infinity : last)) return row;
  const first = before === undefined ? Date.parse(row.createdAt) : Date.now();
  return { ...row, updatedAt: new Date(Math.max(Number.isNaN(first) ? 0 : first, Number.isNaN(last) ? 0 : last + 1)).toISOString() };
}
