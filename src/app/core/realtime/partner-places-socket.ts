import { Service } from '@angular/core';
import type { PartnerRequest } from '#contract/partner-places';
import { partnerChange } from './partner-change';
import { StreamSocket } from './stream-socket';

/** `/partner-places`: says which request changed, not how; without an id, all may have. */
@Service()
export class PartnerPlacesSocket extends StreamSocket<'partner-places', PartnerRequest> {
  constructor() {
    super('partner-places', partnerChange);
  }
}
