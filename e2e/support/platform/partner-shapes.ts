import type { PlatformOptions } from './options';
import type { PartnerRow } from './partner-requests';

/** @returns a request with the columns that are set. */
export function partnerRow(row: PartnerRow, { partnerRows }: PlatformOptions): object {
  const { id, placeName, contactName, email, phone, address, status, createdAt } = row;
  switch (partnerRows) {
    case 'ours':
      return row;
    case 'least':
      return { id, placeName, email, status, createdAt };
    case 'business':
      return {
        id,
        businessName: placeName,
        ownerName: contactName,
        email,
        phone,
        businessAddress: address,
        status,
        payout: { iban: 'LU28 0019 4006 4475 0000', holder: contactName },
        openingHours: { monday: [{ from: '11:30', to: '22:00' }] },
        branches: [],
        restaurantId: null,
        createdAt,
      };
  }
}

/** @returns the answer to a decision. */
export function decisionAnswer(row: PartnerRow, options: PlatformOptions): object {
  switch (options.decisions) {
    case 'whole':
      return { ok: true, request: partnerRow(row, options) };
    case 'part':
      return { ok: true, request: { id: row.id, status: row.status } };
    case 'ok':
      return { ok: true };
  }
}
