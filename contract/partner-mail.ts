import type { PartnerRequest } from './partner-places';

/** What a mail to a partner is about. */
export type PartnerMailKind = 'approved' | 'needs_info' | 'rejected' | 'message';

const SUBJECTS: Readonly<Record<PartnerMailKind, string>> = {
  approved: 'has been approved',
  needs_info: 'needs a few more details',
  rejected: 'could not be accepted',
  message: 'has a new message',
};

/**
 * A mail to a partner: the admin's message as it was written, and below it how to answer. What an admin previews is what the partner gets.
 *
 * @param message absent for an approval that says no more than that.
 * @param code the partner's proof, which no admin sees.
 */
export function partnerMail(
  { id, placeName, contactName }: Pick<PartnerRequest, 'id' | 'placeName' | 'contactName'>,
  kind: PartnerMailKind,
  message: string | undefined,
  code: string,
): { readonly subject: string; readonly body: string } {
  const text = message ?? `Dear ${contactName},\n\n“${placeName}” has been approved. Welcome to Moien Delivery!`;
  const footer = [`Moien Delivery, about your request for “${placeName}”.`, `To answer, or to correct the request: number ${id}, code ${code}`];
  return { subject: `Your request for “${placeName}” ${SUBJECTS[kind]}`, body: [text, '', '-- ', ...footer].join('\n') };
}
