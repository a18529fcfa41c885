import { partnerRequestSortKey, type PartnerMessage, type PartnerRequest } from '#contract/partner-places';
import { asc, inArray } from 'drizzle-orm';
import type { Db } from '../database/driver';
import { partnerMessages, type PartnerMessageRow, type PartnerRequestRow } from '../database/schema';

/** @returns a row and its thread as the contract's `PartnerRequestDto`. */
export function toPartnerRequest(row: PartnerRequestRow, messages: readonly PartnerMessageRow[]): PartnerRequest {
  const { id, placeName, contactName, email, phone, countryCode, city, address, cuisine, note, imageUrl, status, decidedBy } = row;
  return {
    id,
    placeName,
    contactName,
    email,
    phone,
    countryCode,
    city,
    address,
    cuisine,
    note,
    imageUrl,
    status,
    messages: messages.map(toMessage),
    decidedBy,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

/** @returns rows with their threads, in the order given. */
export async function withMessages(db: Db, rows: readonly PartnerRequestRow[]): Promise<PartnerRequest[]> {
  const ids = rows.map(({ id }) => id);
  const messages =
    ids.length === 0 ? [] : await db.select().from(partnerMessages).where(inArray(partnerMessages.requestId, ids)).orderBy(asc(partnerMessages.at));
  const threads = Map.groupBy(messages, ({ requestId }) => requestId);
  return rows.map((row) => toPartnerRequest(row, threads.get(row.id) ?? []));
}

/** @returns where a row stands, by the contract's rule for the order. */
export function sortKeyOf({ status, createdAt, decidedAt }: Pick<PartnerRequestRow, 'status' | 'createdAt' | 'decidedAt'>): string {
  return partnerRequestSortKey({ status, createdAt: createdAt.toISOString(), decidedAt: decidedAt?.toISOString() ?? null });
}

function toMessage({ id, from, body, at }: PartnerMessageRow): PartnerMessage {
  return { id, from, body, at: at.toISOString() };
}
