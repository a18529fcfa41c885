import type { PartnerRequest } from '#contract/partner-places';
import { anId } from './people';

export function aRequest(differences: Partial<PartnerRequest> = {}): PartnerRequest {
  return {
    id: anId(1),
    placeName: 'Chez Ana',
    contactName: 'Ana Souza',
    email: 'ana@chez-ana.example',
    phone: '+352621123456',
    countryCode: 'LU',
    city: 'Esch-sur-Alzette',
    address: '1, Grand-Rue',
    cuisine: 'Portuguese',
    note: 'We open at noon.',
    imageUrl: null,
    status: 'pending',
    messages: [],
    decidedBy: null,
    decidedAt: null,
    createdAt: '2026-02-01T12:00:00.000Z',
    updatedAt: '2026-02-01T12:00:00.000Z',
    ...differences,
  };
}

/** @returns so many requests, the longest waiting first. */
export function requests(count: number, differences: (n: number) => Partial<PartnerRequest> = () => ({})): PartnerRequest[] {
  return Array.from({ length: count }, (_, index) => {
    const n = index + 1;
    const createdAt = new Date(Date.UTC(2026, 1, 1) + n * 60_000).toISOString();
    return aRequest({ id: anId(n), placeName: `Place ${String(n)}`, createdAt, updatedAt: createdAt, ...differences(n) });
  });
}
