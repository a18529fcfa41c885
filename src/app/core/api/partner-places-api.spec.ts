import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';
import { aRequest } from '../../../testing/partner-requests';
import { anId } from '../../../testing/people';
import { API_ORIGIN } from './api-address';
import { PartnerPlacesApi } from './partner-places-api';

const POSITION = { headers: { 'X-Stream-Position': 'partner-places=log1:7' } };
const AT = { position: { log: 'log1', seq: 7 } };
const API = 'http://api.test/api/v1/partner-places';

describe('The partner places’ API', () => {
  let server: HttpTestingController;
  let partners: PartnerPlacesApi;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), { provide: API_ORIGIN, useValue: 'http://api.test' }] });
    server = TestBed.inject(HttpTestingController);
    partners = TestBed.inject(PartnerPlacesApi);
  });

  it('asks for a page of a list, and tells where in the stream it was read', async () => {
    const page = firstValueFrom(partners.list({ status: 'pending' }, 'c1', 100));
    const request = server.expectOne(({ url }) => url === `${API}/requests`);
    expect(request.request.params.toString()).toBe('status=pending&limit=100&cursor=c1');
    request.flush({ data: [aRequest()], pagination: { limit: 100, total: 3, nextCursor: 'c2' } }, POSITION);
    expect(await page).toEqual({ rows: [aRequest()], next: 'c2', total: { count: 3, exact: true }, ...AT });
  });

  it('asks for single requests', async () => {
    const some = firstValueFrom(partners.some([anId(1), anId(2)]));
    const request = server.expectOne(({ url }) => url === `${API}/requests`);
    expect(request.request.params.toString()).toBe(`ids=${anId(1)},${anId(2)}`);
    request.flush({ data: [aRequest()], pagination: { limit: 100, total: 1, nextCursor: null } }, POSITION);
    expect(await some).toEqual({ rows: [aRequest()], ...AT });
  });

  for (const [action, message] of [
    ['approve', undefined],
    ['request-details', 'When do you open?'],
    ['reject', 'Too far.'],
    ['message', 'Hello.'],
    ['reopen', undefined],
  ] as const) {
    it(`sends ${action} about the request as it was seen, and tells the number of the event`, async () => {
      const changed = firstValueFrom(partners.act(action, aRequest(), message));
      const sent = server.expectOne(`${API}/requests/${anId(1)}/${action}`);
      expect([sent.request.method, sent.request.body, sent.request.headers.get('If-Match')]).toEqual(['POST', { message }, '"2026-02-01T12:00:00.000Z"']);
      sent.flush({ ok: true, request: aRequest() }, POSITION);
      expect(await changed).toEqual({ request: aRequest(), ...AT });
    });
  }

  it('deletes a request as it was seen', async () => {
    const deleted = firstValueFrom(partners.delete(aRequest()));
    const request = server.expectOne(`${API}/requests/${anId(1)}`);
    expect([request.request.method, request.request.headers.get('If-Match')]).toEqual(['DELETE', '"2026-02-01T12:00:00.000Z"']);
    request.flush({ ok: true }, POSITION);
    expect(await deleted).toEqual({ change: { kind: 'deleted', id: anId(1) }, ...AT });
  });
});
