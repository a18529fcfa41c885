import * as v from 'valibot';
import { Email } from './email';
import { PARTNER_MESSAGE_MAX, PartnerRequestAnswer } from './partner-places';
import { Phone } from './phone';
import { CountryCode, lineOf, NAME_MAX, nameOf, orNothing, proseOf } from './primitives';

const Cuisine = orNothing(lineOf(100));
const Note = orNothing(proseOf(4000));

/** `POST /partner-places/requests`, by the partner: JSON, or multipart with an optional file `image`. An empty field counts as absent. */
export const CreatePartnerRequest = v.object({
  placeName: nameOf(NAME_MAX),
  contactName: nameOf(NAME_MAX),
  email: Email,
  phone: Phone,
  countryCode: CountryCode,
  city: lineOf(100),
  address: lineOf(300),
  cuisine: v.optional(Cuisine, null),
  note: v.optional(Note, null),
});
export type CreatePartnerRequest = Readonly<v.InferOutput<typeof CreatePartnerRequest>>;

/** The proof that a reply comes from the partner: given to whoever made the request, and in every mail about it. */
const ReplyToken = v.pipe(v.string(), v.minLength(1), v.maxLength(100));

/** 201: with the token that {@link PartnerReply} and {@link EditPartnerRequest} take. */
export const PartnerRequestCreated = v.object({ ...PartnerRequestAnswer.entries, replyToken: ReplyToken });
export type PartnerRequestCreated = Readonly<v.InferOutput<typeof PartnerRequestCreated>>;

/**
 * `PATCH /partner-places/requests/:id`, by the partner, while nothing is decided: what is named is replaced, the e-mail aside,
 * to which the token went. JSON, or multipart with an optional file `image`.
 */
export const EditPartnerRequest = v.object({
  token: ReplyToken,
  placeName: v.exactOptional(nameOf(NAME_MAX)),
  contactName: v.exactOptional(nameOf(NAME_MAX)),
  phone: v.exactOptional(Phone),
  countryCode: v.exactOptional(CountryCode),
  city: v.exactOptional(lineOf(100)),
  address: v.exactOptional(lineOf(300)),
  cuisine: v.exactOptional(Cuisine),
  note: v.exactOptional(Note),
});
export type EditPartnerRequest = Readonly<v.InferOutput<typeof EditPartnerRequest>>;

const message = proseOf(PARTNER_MESSAGE_MAX);

/** `POST …/:id/replies`, by the partner. A request that waited for the partner waits for us again. */
export const PartnerReply = v.object({ token: ReplyToken, body: message });
export type PartnerReply = Readonly<v.InferOutput<typeof PartnerReply>>;

/** `POST …/:id/approve`; without a message the mail says no more than that the place is approved. */
export const ApprovePartnerRequest = v.object({ message: v.optional(message) });
export type ApprovePartnerRequest = Readonly<v.InferOutput<typeof ApprovePartnerRequest>>;

/** `POST …/:id/request-details`, `/reject` and `/message`. The partner gets the message as it is written here. */
export const PartnerMessageBody = v.object({ message });
export type PartnerMessageBody = Readonly<v.InferOutput<typeof PartnerMessageBody>>;

/** What an admin does to a request, by the last part of its path; `delete` is the method. */
export const PARTNER_ACTIONS = ['approve', 'request-details', 'reject', 'message', 'reopen', 'delete'] as const;
export type PartnerAction = (typeof PARTNER_ACTIONS)[number];
