import * as v from 'valibot';
import { inLetter, languageOf } from './letters';
import type { PartnerRequest } from './partner-places';
import { plainLine } from './visible-text';

export const CANNED_ACTIONS = ['approve', 'request-details', 'reject'] as const;
export type CannedAction = (typeof CANNED_ACTIONS)[number];

const InBoth = v.object({ en: v.string(), ar: v.string() });

/**
 * A message written beforehand: a start, to be edited. Its placeholders are filled by whoever shows it, with
 * {@link fillCannedReply}: what an admin previews is what the partner gets.
 */
export const CannedReply = v.object({ id: v.string(), action: v.picklist(CANNED_ACTIONS), title: InBoth, body: InBoth });
export type CannedReply = Readonly<v.InferOutput<typeof CannedReply>>;

/** `GET /partner-places/canned-replies`. */
export const CannedReplies = v.object({ data: v.array(CannedReply) });
export type CannedReplies = Readonly<v.InferOutput<typeof CannedReplies>>;

/** What a canned reply may name: `{placeName}` and so on. */
export const CANNED_PLACEHOLDERS = ['placeName', 'contactName', 'city'] as const satisfies readonly (keyof PartnerRequest)[];

/** @returns the text about this very request, whose names turn no sentence around. What is no placeholder of ours stays as it is. */
export function fillCannedReply(text: string, request: Pick<PartnerRequest, (typeof CANNED_PLACEHOLDERS)[number]>): string {
  const language = languageOf(text);
  return text.replace(/\{(\w+)\}/gu, (whole, name: string) => {
    const placeholder = CANNED_PLACEHOLDERS.find((known) => known === name);
    return placeholder === undefined ? whole : inLetter(plainLine(request[placeholder]), language);
  });
}
