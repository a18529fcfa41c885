import * as v from 'valibot';
import { CountryCode, Email, Id, ImageUrl, lineOf, Phone, proseOf, Timestamp } from './primitives';

export const PARTNER_CHANGE_KINDS = ['created', 'approved', 'needs_info', 'rejected', 'updated', 'deleted'] as const;

/** `partner-places.changed`. The platform marks `id` as optional: without one, the whole list is stale. */
export const PartnerPlacesChanged = v.strictObject({ kind: v.picklist(PARTNER_CHANGE_KINDS), id: v.optional(Id), at: Timestamp });
export type PartnerPlacesChanged = Readonly<v.InferOutput<typeof PartnerPlacesChanged>>;

export const PARTNER_REQUEST_STATUSES = ['pending', 'needs_info', 'approved', 'rejected'] as const;

export const PartnerMessage = v.object({ id: Id, from: v.picklist(['admin', 'partner']), body: proseOf(4000), at: Timestamp });

/** `PartnerRequestDto`. `updatedAt` goes into `If-Match` when acting on it. */
export const PartnerRequest = v.object({
  id: Id,
  placeName: lineOf(200),
  contactName: lineOf(200),
  email: Email,
  phone: Phone,
  countryCode: CountryCode,
  city: lineOf(100),
  address: lineOf(300),
  cuisine: v.nullable(lineOf(100)),
  note: v.nullable(v.pipe(v.string(), v.maxLength(4000))),
  imageUrl: v.nullable(ImageUrl),
  status: v.picklist(PARTNER_REQUEST_STATUSES),
  messages: v.array(PartnerMessage),
  decidedBy: v.nullable(v.string()),
  decidedAt: v.nullable(Timestamp),
  createdAt: Timestamp,
  updatedAt: Timestamp,
});
export type PartnerRequest = Readonly<v.InferOutput<typeof PartnerRequest>>;
