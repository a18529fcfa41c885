import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';
import { userTag } from '#contract/user-tag';
import type { UsersQuery } from '#contract/users';
import { anId, aUser } from '../../../testing/people';
import { API_ORIGIN } from './api-address';
import { UsersApi } from './users-api';

const NEWEST: UsersQuery = { sort: 'createdAt', dir: 'desc' };
const POSITION = { headers: { 'X-Stream-Position': 'users=log1:7' } };

describe('The users’ API', () => {
  let server: HttpTestingController;
  let users: UsersApi;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), { provide: API_ORIGIN, useValue: 'http://api.test' }] });
    server = TestBed.inject(HttpTestingController);
    users = TestBed.inject(UsersApi);
  });

  const api = 'http://api.test/api/v1';

  it('asks for a page of a list, and tells where in the stream it was read', async () => {
    const page = firstValueFrom(users.list({ ...NEWEST, q: 'ana', status: 'banned', country: ['LU', 'DE'] }, 'c1', 100));
    const request = server.expectOne(({ url }) => url === `${api}/users`);
    expect(request.request.params.toString()).toBe('sort=createdAt&dir=desc&q=ana&status=banned&country=LU,DE&limit=100&cursor=c1');
    request.flush({ data: [aUser()], pagination: { limit: 100, total: 1000, totalRelation: 'gte', nextCursor: 'c2' } }, POSITION);
    expect(await page).toEqual({ rows: [aUser()], next: 'c2', total: { count: 1000, exact: false }, position: { log: 'log1', seq: 7 } });
  });

  for (const [name, change, method, path, body] of [
    ['renames', () => users.rename(anId(1), 'Ana Maria Lima'), 'PATCH', '', { fullName: 'Ana Maria Lima' }],
    ['bans', () => users.ban(anId(1), 'fraud'), 'POST', '/ban', { reason: 'fraud' }],
    ['unbans', () => users.unban(anId(1)), 'POST', '/unban', {}],
  ] as const) {
    it(`${name} a user, and tells the number of the event`, async () => {
      const changed = firstValueFrom(change());
      const request = server.expectOne(`${api}/users/${anId(1)}${path}`);
      expect([request.request.method, request.request.body]).toEqual([method, body]);
      request.flush({ ok: true, user: aUser() }, POSITION);
      expect(await changed).toEqual({ user: aUser(), banReason: null, position: { log: 'log1', seq: 7 } });
    });
  }

  it('deletes a user, and does without a number where none is told', async () => {
    const deleted = firstValueFrom(users.delete(anId(1)));
    const request = server.expectOne(`${api}/users/${anId(1)}`);
    request.flush({ ok: true });
    expect(request.request.method).toBe('DELETE');
    expect(await deleted).toEqual({});
  });

  it('says what the admin saw where they say so, and sends no header more where they do not', () => {
    users.delete(anId(1), aUser()).subscribe();
    users.delete(anId(1)).subscribe();
    const sent = server.match(`${api}/users/${anId(1)}`).map(({ request }) => request.headers.get('If-Match'));
    expect(sent).toEqual([userTag(aUser(), 'delete'), null]);
  });

  it('cannot be led to another path by an id', () => {
    users.one('../admin-staff?x=').subscribe();
    expect(server.match(`${api}/users/..%2Fadmin-staff%3Fx%3D`).length).toBe(1);
  });
});
