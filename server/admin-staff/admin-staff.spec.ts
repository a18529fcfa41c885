import type { AdminStaffAnswer, AdminStaffListed } from '#contract/admin-staff';
import type { AdminLoginAnswer } from '#contract/auth';
import type { ErrorBody } from '#contract/errors';
import { staffTag, type StaffDecision } from '#contract/staff-tag';
import { UNDO_MAIL_DELAY_MS } from '#contract/undo';
import sharp from 'sharp';
import { OutboxWorker } from '../mail/outbox-worker';
import { PASSWORD, TestServer } from '../testing/test-server';

describe('Admin staff', () => {
  let server: TestServer;
  let first: AdminLoginAnswer;
  let email: string;
  let people = 0;
  beforeAll(async () => {
    server = await TestServer.start();
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    first = await server.signInAdmin();
    email = `lea${String(++people)}@moien.lu`;
  });

  const as = (admin: AdminLoginAnswer) => ({ token: admin.tokens.accessToken });
  const list = async (): Promise<AdminStaffListed[]> => (await server.get<{ data: AdminStaffListed[] }>('/admin-staff', as(first))).body.data;
  const create = (fields: Readonly<Record<string, string | Blob>>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ name: 'Léa Marie Weber', email, password: PASSWORD, ...fields })) {
      if (typeof value === 'string') form.set(name, value);
      else form.set(name, value, 'photo.png');
    }
    return server.post<AdminStaffAnswer & ErrorBody>('/admin-staff', { ...as(first), body: form });
  };
  const remove = (actor: AdminLoginAnswer, target: AdminLoginAnswer) => server.request<ErrorBody>('DELETE', `/admin-staff/${target.user.id}`, as(actor));
  const ban = (actor: AdminLoginAnswer, target: AdminLoginAnswer, body: unknown = {}) =>
    server.post<AdminStaffAnswer & ErrorBody>(`/admin-staff/${target.user.id}/ban`, { ...as(actor), body });
  const unban = (target: AdminLoginAnswer) => server.post<AdminStaffAnswer & ErrorBody>(`/admin-staff/${target.user.id}/unban`, as(first));

  describe('creating one', () => {
    it('takes dates, a title and a photo; the new admin signs in', async () => {
      const photo = new Blob([
        await sharp({ create: { width: 900, height: 900, channels: 3, background: 'teal' } })
          .png()
          .toBuffer(),
      ]);
      const { status, body } = await create({ birthDate: '1990-02-28', contractValidUntil: '', jobTitle: 'Dispatcher', photo });
      expect(status).toBe(201);
      expect(body.user).toEqual(
        jasmine.objectContaining({ name: 'Léa Marie Weber', birthDate: '1990-02-28', contractValidUntil: null, jobTitle: 'Dispatcher', isBanned: false }),
      );
      expect(body.user.photoUrl).toMatch(/^http:\/\/localhost:3000\/uploads\/[0-9a-f]{64}\.webp$/u);
      expect((await server.signInAdmin(email)).user.id).toBe(body.user.id);
      expect(await list()).toContain(body.user);
    });

    it('does without a photo', async () => {
      expect((await create({})).body.user.photoUrl).toBeNull();
    });

    it('refuses an e-mail that is taken, also when both come at once', async () => {
      const answers = await Promise.all([create({}), create({ email: email.toUpperCase() })]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
      expect((await create({})).body.code).toBe('EMAIL_TAKEN');
    });

    it('names each field that is wrong', async () => {
      const { status, body } = await create({ email: 'no mail', password: 'short', birthDate: '1990-02-31x' });
      expect([status, body.code]).toEqual([400, 'VALIDATION_FAILED']);
      expect(body.details?.map(({ field }) => field).sort()).toEqual(['birthDate', 'email', 'password']);
    });

    it('refuses a photo that is none, and creates nobody', async () => {
      const { status, body } = await create({ photo: new Blob(['<svg xmlns="http://www.w3.org/2000/svg"/>'], { type: 'image/png' }) });
      expect([status, body.code]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
      expect((await list()).map((admin) => admin.email)).not.toContain(email);
    });
  });

  describe('banning one', () => {
    it('shows in the list, refuses its sign-in, and is undone by unbanning', async () => {
      const other = await server.newAdmin();
      expect((await ban(first, other, { reason: 'Left the company' })).body.user.isBanned).toBeTrue();
      expect((await list()).find(({ id }) => id === other.user.id)).toEqual(
        jasmine.objectContaining({ isBanned: true, bannedAt: jasmine.any(String), banReason: 'Left the company' }),
      );
      const refused = await server.post<ErrorBody>('/auth/admin/login', { body: { email: other.user.email, password: PASSWORD } });
      expect([refused.status, refused.body.code]).toEqual([403, 'ACCOUNT_BANNED']);
      expect((await unban(other)).body.user).toEqual(jasmine.objectContaining({ isBanned: false, bannedAt: null, banReason: null }));
      expect((await server.signInAdmin(other.user.email)).ok).toBeTrue();
    });

    it('leaves what was signed in before signed out after unbanning', async () => {
      const other = await server.newAdmin();
      await ban(first, other);
      await unban(other);
      expect((await server.get<ErrorBody>('/auth/me', as(other))).body.code).toBe('SESSION_REVOKED');
    });

    it('happens once: again, or of nobody, is refused', async () => {
      const other = await server.newAdmin();
      expect((await unban(other)).body.code).toBe('NOT_BANNED');
      await ban(first, other);
      expect((await ban(first, other)).body.code).toBe('ALREADY_BANNED');
      await remove(first, other);
      expect((await ban(first, other)).body.code).toBe('NOT_FOUND');
      expect((await unban(other)).body.code).toBe('NOT_FOUND');
    });

    it('sends a mail with the reason 15 s later, unless it was undone', async () => {
      const worker = server.application.get(OutboxWorker);
      const [kept, undone] = [await server.newAdmin(), await server.newAdmin()];
      await ban(first, kept, { reason: 'Left the company' });
      await ban(first, undone);
      await unban(undone);
      server.clock.advance(UNDO_MAIL_DELAY_MS);
      await worker.sendDue();
      // Other specs of this server may have left mails to be sent as well.
      const told = server.mailer.sent.filter(({ recipient }) => [kept.user.email, undone.user.email].includes(recipient));
      expect(told.map(({ recipient }) => recipient)).toEqual([kept.user.email]);
      expect(told[0]?.body).toContain('Left the company');
    });
  });

  it('is left as it is once it is not what the caller saw any more, and shown as it is now', async () => {
    const other = await server.newAdmin();
    const seen = (await list()).find(({ id }) => id === other.user.id) as AdminStaffListed;
    const asking = (decision: StaffDecision) => ({ ...as(first), headers: { 'If-Match': staffTag(seen, decision) } });
    const now = (await ban(first, other)).body.user;
    for (const answer of [
      await server.post<ErrorBody>(`/admin-staff/${seen.id}/ban`, { ...asking('ban'), body: {} }),
      await server.post<ErrorBody>(`/admin-staff/${seen.id}/unban`, asking('unban')),
      await server.request<ErrorBody>('DELETE', `/admin-staff/${seen.id}`, asking('delete')),
    ])
      expect([answer.status, answer.body.code, answer.body.current]).toEqual([409, 'STALE', now]);
    expect(await list()).toContain(now);
  });

  it('is not to be removed by itself', async () => {
    const before = await list();
    for (const attempt of [remove(first, first), ban(first, first)]) expect((await attempt).body.code).toBe('SELF_FORBIDDEN');
    expect(await list()).toEqual(before);
  });

  describe('removing each other', () => {
    let shared: TestServer;
    beforeEach(async () => {
      shared = server;
      server = await TestServer.start();
      first = await server.signInAdmin();
    });
    afterEach(async () => {
      await server.stop();
      server = shared;
    });

    for (const [how, end] of [
      ['delete', remove],
      ['ban', ban],
    ] as const) {
      it(`leaves one who can sign in when two ${how} each other at the same moment`, async () => {
        const other = await server.newAdmin();
        const answers = await Promise.all([end(first, other), end(other, first)]);
        expect(answers.map(({ status }) => status).sort()).not.toEqual([200, 200]);
        expect(answers.filter(({ status }) => status === 200).length).toBe(1);
        const active = await Promise.all(
          [first, other].map(({ user }) => server.post('/auth/admin/login', { body: { email: user.email, password: PASSWORD } })),
        );
        expect(active.filter(({ status }) => status === 200).length).toBe(1);
      });
    }

    it('counts for nothing when the actor was removed a moment ago', async () => {
      const [other, third] = [await server.newAdmin(), await server.newAdmin()];
      const answers = await Promise.all([remove(first, other), remove(other, third), remove(third, first)]);
      const gone = answers.filter(({ status }) => status === 200).length;
      expect(answers.filter(({ status, body }) => status === 401 && body.code === 'ACCOUNT_BANNED').length + gone).toBe(3);
      expect(gone).toBeLessThan(3);
    });
  });
});
