import * as v from 'valibot';
import { DECISIONS, type Decision } from '../partner-requests';
import { decisionAnswer, partnerRow } from '../partner-shapes';
import type { Parts } from '../parts';
import { countryCode, email, phone, text } from '../validation';

const NewRequest = v.object({
  placeName: text,
  contactName: text,
  email,
  phone,
  countryCode,
  city: text,
  address: text,
  cuisine: v.nullish(text, null),
  note: v.nullish(text, null),
});
const Message = v.object({ message: text });

export function partnerRoutes({ settings, endpoints, partnerRequests, staff }: Parts): void {
  endpoints.add('admin', 'get', '/partner-places/requests', {}, () => {
    const rows = partnerRequests.list().map((row) => partnerRow(row, settings.now));
    return settings.now.partnerList === 'bare' ? rows : { data: rows, total: rows.length };
  });
  endpoints.add('anyone', 'post', '/partner-places/requests', { fields: NewRequest, status: 201 }, ({ body }) => ({
    ok: true,
    request: partnerRow(partnerRequests.create(body), settings.now),
  }));
  for (const decision of Object.keys(DECISIONS) as Decision[]) {
    const fields = decision === 'approve' ? v.object({ message: v.optional(text) }) : Message;
    endpoints.add('admin', 'post', `/partner-places/requests/:id/${decision}`, { fields }, ({ param, body, claims }) => {
      const row = partnerRequests.decide(param('id'), decision, body.message, staff.get(claims.sub)?.name);
      return decisionAnswer(row, settings.now);
    });
  }
  endpoints.add('admin', 'delete', '/partner-places/requests/:id', {}, ({ param, claims }) => {
    staff.requireDelete(claims.sub);
    partnerRequests.delete(param('id'));
    return { ok: true };
  });
}
