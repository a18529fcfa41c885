import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';
import type { UsersQuery } from '#contract/users';
import { anId, aUser } from '../../../testing/people';
import { API_ORIGIN } from './api-origin';
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

  it('makes the asked-for list of the whole one that an older server sends', async () => {
    const page = firstValueFrom(users.list({ sort: 'fullName', dir: 'asc', status: 'active' }, null, 100));
    const [zoe, ali, ana] = [
      aUser({ id: anId(1), fullName: 'Zoé Da Silva' }),
      aUser({ id: anId(2), isBanned: true }),
      aUser({ id: anId(3), fullName: 'ána Da Silva' }),
    ];
    server.expectOne(({ url }) => url === `${api}/users`).flush([zoe, ali, ana]);
    expect(await page).toEqual({ rows: [ana, zoe], next: null, total: { count: 2, exact: true } });
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
      expect(await changed).toEqual({ user: aUser(), position: { log: 'log1', seq: 7 } });
    });
  }

  it('deletes a user, and does without the number on an older server', async () => {
    const deleted = firstValueFrom(users.delete(anId(1)));
    const request = server.expectOne(`${api}/users/${anId(1)}`);
    request.flush({ ok: true });
    expect(request.request.method).toBe('DELETE');
    expect(await deleted).toEqual({});
  });

  it('cannot be led to another path by an id', () => {
    users.one('../admin-staff?x=').subscribe();
    expect(server.match(`${api}/users/..%2Fadmin-staff%3Fx%3D`).length).toBe(1);
  });
});
