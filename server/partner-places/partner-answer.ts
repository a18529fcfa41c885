import type { PartnerRequest, PartnerRequestAnswer } from '#contract/partner-places';
import { Positioned } from '../stream/positioned';

/** @returns the answer to a change of one request, with the number of the change's own event. */
export function answerWithRequest(
  { body, stream, position }: Positioned<PartnerRequest>,
  more: Pick<PartnerRequestAnswer, 'mailTakenBack'> = {},
): Positioned<PartnerRequestAnswer> {
  return new Positioned({ ok: true, request: body, ...more }, stream, position);
}
