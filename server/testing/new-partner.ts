import type { CreatePartnerRequest } from '#contract/partner-changes';

let made = 0;

/** @returns a partner request of its own name. */
export function newPartner(own: Partial<CreatePartnerRequest> = {}): CreatePartnerRequest {
  const n = String(++made);
  return {
    placeName: `Chez Léa ${n}`,
    contactName: 'Léa Weber',
    email: `place${n}@moien.lu`,
    phone: `+352661${n.padStart(6, '0')}`,
    countryCode: 'LU',
    city: 'Esch-sur-Alzette',
    address: `${n}, rue de l’Alzette`,
    cuisine: null,
    note: null,
    ...own,
  };
}
