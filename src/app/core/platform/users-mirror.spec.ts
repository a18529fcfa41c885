import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { createEnvironmentInjector, EnvironmentInjector } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { PublicUser } from '#contract/users';
import type { LinkEvent } from '@moien/live/engine';
import { firstValueFrom } from 'rxjs';
import { eventually } from '../../../testing/eventually';
import { type FakeSocket, FakeWire } from '../../../testing/fake-socket';
import { anId, aUser } from '../../../testing/people';
import { API_ORIGIN } from '../api/api-address';
import { toApiError } from '../api/api-error';
import { UsersApi } from '../api/users-api';
import { UsersSocket } from '../realtime/users-socket';
import { WIRE } from '../realtime/wire-token';
import { providePlatform } from './provide-platform';
import { UsersMirror } from './users-mirror';

const [LEA, MAX] = [aUser({ id: anId(1) }), aUser({ id: anId(2), fullName: 'Max Paul Klein', phone: '+352 621 000 002' })];

describe("The users of the customer's own backend", () => {
  let http: HttpTestingController;
  let socket: FakeSocket;
  let injector: EnvironmentInjector;

  beforeEach(() => {
    const wire = new FakeWire();
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), { provide: API_ORIGIN, useValue: 'http://api.test' }, { provide: WIRE, useValue: wire }],
    });
    http = TestBed.inject(HttpTestingController);
    injector = createEnvironmentInjector(providePlatform(), TestBed.inject(EnvironmentInjector));
    socket = wire.socket('/users');
  });
  afterEach(() => injector.destroy());

  const api = () => injector.get(UsersApi);
  const request = (path: string, method: string): Promise<TestRequest> =>
    eventually(() => http.match((one) => one.method === method && one.url === `http://api.test/api/v1/users${path}`)[0]);
  const answerList = async (...users: object[]) => (await request('', 'GET')).flush(new TextEncoder().encode(JSON.stringify(users)).buffer);
  const connect = async (...users: object[]) => {
    const mirror = injector.get(UsersMirror);
    const heard: LinkEvent<PublicUser>[] = [];
    injector.get(UsersSocket).link$.subscribe((event) => heard.push(event));
    socket.connect();
    socket.accept();
    await answerList(...users);
    await mirror.rows();
    return { mirror, heard };
  };

  it('are told as a numbered stream, once the whole list is here', async () => {
    const { heard } = await connect(LEA, MAX);
    await eventually(() => heard.length === 2);
    expect(heard.map(({ kind }) => kind)).toEqual(['up', 'batch']);
    socket.say('users.updated', { ...LEA, fullName: 'Lea Marie Braun' });
    await eventually(() => heard.length === 3);
    const last = heard[2];
    expect(last?.kind === 'batch' && last.batch.entries.map(({ change }) => change)).toEqual([
      { kind: 'updated', row: { ...LEA, fullName: 'Lea Marie Braun' } },
    ]);
  });

  it('are found, filtered, sorted and counted in the browser, an odd row among them', async () => {
    await connect(LEA, MAX);
    const page = await firstValueFrom(api().list({ q: 'klein', sort: 'fullName', dir: 'asc' }, null, 50));
    expect(page.rows).toEqual([MAX]);
    expect(page.total).toEqual({ count: 1, exact: true });
    expect((await firstValueFrom(api().summary())).total).toBe(2);
  });

  for (const [what, answer] of [
    ['the whole user', { ok: true, user: { ...LEA, isBanned: true, bannedAt: '2026-03-01T10:00:00.000Z' } }],
    ['a part of the user', { ok: true, user: { id: LEA.id, isBanned: true, bannedAt: '2026-03-01T10:00:00.000Z' } }],
    ['a part in the envelope', { success: true, data: { user: { id: LEA.id, isBanned: true, bannedAt: '2026-03-01T10:00:00.000Z' } } }],
    ['the bare part', { id: LEA.id, isBanned: true, bannedAt: '2026-03-01T10:00:00.000Z' }],
  ] as const) {
    it(`are banned where the answer is ${what}`, async () => {
      await connect(LEA, MAX);
      const banned = firstValueFrom(api().ban(LEA.id, 'fraud'));
      const sent = await request(`/${LEA.id}/ban`, 'POST');
      expect(sent.request.body).toEqual({ reason: 'fraud' });
      expect(sent.request.headers.keys()).toEqual([]);
      sent.flush(answer);
      expect((await banned).user).toEqual({ ...LEA, isBanned: true, bannedAt: '2026-03-01T10:00:00.000Z' });
    });
  }

  it('are banned where the answer says no more than that it is done', async () => {
    await connect(LEA, MAX);
    const banned = firstValueFrom(api().ban(LEA.id, 'fraud'));
    (await request(`/${LEA.id}/ban`, 'POST')).flush({ ok: true });
    expect((await banned).user).toEqual({ ...LEA, isBanned: true });
  });

  it('confirm an own action by the event, or by the next list', async () => {
    await connect(LEA, MAX);
    const renamed = firstValueFrom(api().rename(LEA.id, 'Lea Marie Braun'));
    (await request(`/${LEA.id}`, 'PATCH')).flush({ ok: true, user: { ...LEA, fullName: 'Lea Marie Braun' } });
    const { confirmed } = await renamed;
    let isConfirmed = false;
    void confirmed?.then(() => (isConfirmed = true));
    await Promise.resolve();
    expect(isConfirmed).toBeFalse();
    socket.say('users.updated', { ...LEA, fullName: 'Lea Marie Braun' });
    await eventually(() => isConfirmed);
  });

  it('do not step back to an answer that an event has overtaken', async () => {
    const { mirror } = await connect(LEA, MAX);
    const banned = firstValueFrom(api().ban(LEA.id, 'fraud'));
    const sent = await request(`/${LEA.id}/ban`, 'POST');
    socket.say('users.updated', { ...LEA, fullName: 'Lea Marie Braun', isBanned: false });
    await eventually(() => mirror.mirror.rows.get(LEA.id)?.fullName === 'Lea Marie Braun');
    sent.flush({ ok: true, user: { id: LEA.id, isBanned: true, bannedAt: null } });
    expect((await banned).user).toEqual({ ...LEA, fullName: 'Lea Marie Braun' });
  });

  it('are gone when the list no longer has them, and never before', async () => {
    await connect(LEA, MAX);
    await expectAsync(firstValueFrom(api().one(MAX.id))).toBeResolved();
    const gone = await firstValueFrom(api().one(anId(3))).catch((error: unknown) => toApiError(error).code);
    expect(gone).toBe('NOT_FOUND');
  });
});
