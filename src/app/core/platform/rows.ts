import type { AdminStaffListed } from '#contract/admin-staff';
import type { Session } from '#contract/auth';
import type { Notification } from '#contract/notifications';
import { PARTNER_REQUEST_STATUSES, type PartnerRequest, type PartnerRequestStatus } from '#contract/partner-places';
import type { PublicUser } from '#contract/users';
import { asObject, flag, idOf, imageUrl, moment, momentOrNull, type Raw, text, textOrNull } from './reading';

/**
 * Rows as the documented platform may tell them: unknown fields are left out, absent and odd ones take a value that says
 * nothing. Rows that older versions wrote are shown as they are. Each returns undefined for what has no id.
 * Fields keep the contract's order, so that rows can be compared by their JSON.
 */
export type RowReader<TRow> = (raw: unknown) => TRow | undefined;

export const readUser: RowReader<PublicUser> = withId((raw, id) => ({
  id,
  fullName: text(raw, 'fullName', 'name'),
  countryCode: text(raw, 'countryCode'),
  countryName: text(raw, 'countryName'),
  phone: text(raw, 'phone'),
  isBanned: flag(raw, 'isBanned'),
  bannedAt: momentOrNull(raw, 'bannedAt'),
  phoneVerified: flag(raw, 'phoneVerified'),
  email: text(raw, 'email'),
  emailVerified: flag(raw, 'emailVerified'),
  photoUrl: imageUrl(raw, 'photoUrl'),
  createdAt: moment(raw, 'createdAt'),
}));

/** `updatedAt` is '' where the server has none: the list stamps its rows itself then. */
export const readPartnerRequest: RowReader<PartnerRequest> = withId((raw, id) => ({
  id,
  placeName: text(raw, 'placeName', 'businessName', 'restaurantName', 'name'),
  contactName: text(raw, 'contactName', 'ownerName', 'contactPerson', 'fullName'),
  email: text(raw, 'email', 'contactEmail', 'businessEmail'),
  phone: text(raw, 'phone', 'contactPhone', 'businessPhone'),
  countryCode: text(raw, 'countryCode', 'country'),
  city: text(raw, 'city'),
  address: text(raw, 'address', 'businessAddress'),
  cuisine: textOrNull(raw, 'cuisine', 'cuisineType'),
  note: textOrNull(raw, 'note', 'notes', 'description'),
  imageUrl: imageUrl(raw, 'imageUrl', 'logoUrl', 'photoUrl'),
  status: readStatus(raw) ?? 'pending',
  messages: readMessages(raw['messages']),
  decidedBy: textOrNull(raw, 'decidedBy', 'reviewedBy'),
  decidedAt: momentOrNull(raw, 'decidedAt', 'reviewedAt'),
  createdAt: moment(raw, 'createdAt'),
  updatedAt: moment(raw, 'updatedAt'),
}));

export const readNotification: RowReader<Notification> = withId((raw, id) => ({
  id,
  userId: text(raw, 'userId').toLowerCase(),
  type: text(raw, 'type'),
  title: text(raw, 'title'),
  body: text(raw, 'body', 'message'),
  data: asObject(raw['data']) ?? {},
  isRead: flag(raw, 'isRead', 'read') || momentOrNull(raw, 'readAt') !== null,
  readAt: momentOrNull(raw, 'readAt'),
  createdAt: moment(raw, 'createdAt'),
}));

export const readStaff: RowReader<AdminStaffListed> = withId((raw, id) => ({
  id,
  name: textOrNull(raw, 'name', 'fullName') ?? text(raw, 'email'),
  email: text(raw, 'email'),
  photoUrl: imageUrl(raw, 'photoUrl'),
  birthDate: calendarDate(raw, 'birthDate'),
  contractValidUntil: calendarDate(raw, 'contractValidUntil'),
  jobTitle: textOrNull(raw, 'jobTitle'),
  createdAt: moment(raw, 'createdAt'),
  isBanned: flag(raw, 'isBanned'),
  bannedAt: momentOrNull(raw, 'bannedAt'),
  banReason: textOrNull(raw, 'banReason'),
}));

/** Which sign-in is this one, the caller may know better than the row. */
export const readSession: RowReader<Session> = withId((raw, id) => ({
  id,
  device: text(raw, 'device', 'userAgent', 'deviceName', 'deviceInfo'),
  createdAt: moment(raw, 'createdAt', 'issuedAt', 'signedInAt'),
  lastUsedAt: moment(raw, 'lastUsedAt', 'lastSeenAt', 'lastActiveAt', 'updatedAt', 'createdAt'),
  current: flag(raw, 'current', 'isCurrent'),
}));

/** @returns what a part of a request says of its status; undefined where it says nothing that is known. */
export function readStatus(raw: Raw): PartnerRequestStatus | undefined {
  const status = text(raw, 'status')
    .toLowerCase()
    .replace(/[\s-]+/gu, '_');
  return PARTNER_REQUEST_STATUSES.find((known) => known === status);
}

function readMessages(value: unknown): PartnerRequest['messages'] {
  const messages = Array.isArray(value) ? value : [];
  return messages.flatMap((message: unknown, index) => {
    const raw = asObject(message);
    if (!raw) return [];
    const from = text(raw, 'from', 'sender').toLowerCase() === 'partner' ? 'partner' : 'admin';
    return { id: idOf(raw) ?? String(index), from, body: text(raw, 'body', 'message', 'text'), at: moment(raw, 'at', 'createdAt') };
  });
}

function calendarDate(raw: Raw, name: string): string | null {
  const date = moment(raw, name).slice(0, 10);
  return date === '' ? null : date;
}

function withId<TRow>(read: (raw: Raw, id: string) => TRow): RowReader<TRow> {
  return (value) => {
    const raw = asObject(value);
    const id = raw && idOf(raw, 'sessionId', 'uuid', '_id');
    return raw && id !== undefined ? read(raw, id) : undefined;
  };
}
