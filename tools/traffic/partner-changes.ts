import * as v from 'valibot';
import { PartnerRequestCreated, type CreatePartnerRequest } from '#contract/partner-changes';
import { PartnerRequestAnswer, PartnerRequestsPage, type PartnerRequest } from '#contract/partner-places';
import type { AdminApi } from '../admin-api';
import { fullName, newUser, oneOf } from './people';
import type { Change } from './change';

const POOL = 200;
const SIGNS = ['Brasserie', 'Pastelaria', 'Trattoria', 'Gasthaus', 'Chez', 'مطعم', 'حلويات', 'Crêperie'] as const;
const CITIES = ['Luxembourg', 'Esch-sur-Alzette', 'Ettelbruck', 'Differdange', 'Trier'] as const;

interface Known {
  readonly request: PartnerRequest;
  /** With which the partner replies; of those only that were made here. */
  readonly token: string | undefined;
}

/** Makes one real change at a time to partner requests it knows: new ones, partners' replies, and what an admin decides and writes. */
export class PartnerChanges {
  private readonly known = new Map<string, Known>();

  constructor(private readonly api: AdminApi) {}

  /** Starts with the requests that have waited longest: they are what the queue shows first. */
  async load(): Promise<void> {
    const page = v.parse(PartnerRequestsPage, await this.api.request('GET', '/partner-places/requests?limit=50'));
    for (const request of page.data) this.remember({ request, token: undefined });
  }

  /** @throws ApiError when the server refuses it, say because another admin was first. */
  async make(): Promise<Change> {
    const one = this.known.size === 0 ? undefined : oneOf([...this.known.values()]);
    if (one === undefined || Math.random() < 0.3) {
      const { request, replyToken: token } = v.parse(PartnerRequestCreated, await this.api.request('POST', '/partner-places/requests', newPartner()));
      this.remember({ request, token });
      return 'new';
    }
    // Whichever is being changed is not to be chosen again before the answer: two changes at once would contradict each other.
    this.known.delete(one.request.id);
    const path = `/partner-places/requests/${one.request.id}`;
    if (isDecided(one.request) && Math.random() < 0.5) {
      await this.api.request('DELETE', path);
      return 'deleted';
    }
    const [action, body] = nextStep(one);
    const { request } = v.parse(PartnerRequestAnswer, await this.api.request('POST', `${path}/${action}`, body));
    this.remember({ ...one, request });
    return 'changed';
  }

  private remember(known: Known): void {
    this.known.set(known.request.id, known);
    if (this.known.size > POOL) this.known.delete(this.known.keys().next().value as string);
  }
}

/** What happens to a request next, by where it stands. */
function nextStep({ request, token }: Known): readonly [action: string, body: object] {
  const dice = Math.random();
  const message = 'Demo traffic: this place was chosen by chance.';
  if (isDecided(request)) return dice < 0.3 ? ['message', { message }] : ['reopen', {}];
  if (token !== undefined && dice < (request.status === 'needs_info' ? 0.7 : 0.15))
    return ['replies', { token, body: 'Demo traffic: here is what you asked for.' }];
  if (dice < 0.25) return ['message', { message }];
  if (dice < 0.5 && request.status === 'pending') return ['request-details', { message }];
  return dice < 0.8 ? ['approve', {}] : ['reject', { message }];
}

function isDecided({ status }: PartnerRequest): boolean {
  return status === 'approved' || status === 'rejected';
}

export function newPartner(): CreatePartnerRequest {
  const { phone, email, countryCode } = newUser();
  const contactName = fullName();
  return {
    placeName: `${oneOf(SIGNS)} ${contactName.split(' ').at(-1) ?? ''}`,
    contactName,
    email,
    phone,
    countryCode,
    city: oneOf(CITIES),
    address: '12, Grand-Rue',
    cuisine: null,
    note: null,
  };
}
