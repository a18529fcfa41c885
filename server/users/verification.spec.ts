import type { UserLoginAnswer } from '#contract/auth';
import type { ErrorBody } from '#contract/errors';
import type { PublicUser, UserAnswer } from '#contract/users';
import { verificationCodes } from '../database/schema';
import { Database } from '../database/database';
import { OutboxWorker } from '../mail/outbox-worker';
import { connected, next } from '../testing/socket-states';
import { TestServer } from '../testing/test-server';
import { CODE_MS, RESEND_MS } from './verification';

describe('Verification', () => {
  let server: TestServer;
  let user: UserLoginAnswer;
  beforeAll(async () => {
    server = await TestServer.start();
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    user = await server.newUser();
  });

  type Channel = 'email' | 'phone';
  const call = (path: string, body?: unknown, token = user.tokens.accessToken) =>
    server.post<UserAnswer & ErrorBody>(`/users/${user.user.id}/${path}`, { token, ...(body === undefined ? {} : { body }) });
  const send = (channel: Channel = 'phone') => call(`${channel}/verify/send`);
  const confirm = (code: string, channel: Channel = 'phone') => call(`${channel}/verify/confirm`, { code });
  /** The last code this user got. */
  const received = async (channel: Channel = 'phone'): Promise<string> => {
    await server.application.get(OutboxWorker).sendDue();
    const message = server.mailer.sent.findLast(({ recipient }) => recipient === user.user[channel]);
    return /code is (\w{6})\./u.exec(message?.body ?? '')?.[1] ?? '';
  };
  const wrong = (code: string): string => (code === '000000' ? '000001' : '000000');

  for (const channel of ['email', 'phone'] as const) {
    it(`of the ${channel}: the code that was sent there confirms it, and admins see it live`, async () => {
      const admin = await server.signInAdmin();
      const socket = server.connect('/users', { token: admin.tokens.accessToken });
      await connected(socket);
      const event = next<PublicUser>(socket, 'users.updated');
      expect((await send(channel)).body.user.id).toBe(user.user.id);
      const code = await received(channel);
      expect(code).toMatch(channel === 'email' ? /^[A-Z2-9]{6}$/u : /^\d{6}$/u);
      const { status, body, headers } = await confirm(channel === 'email' ? ` ${code.toLowerCase()}` : code, channel);
      expect(status).toBe(200);
      expect([body.user.emailVerified, body.user.phoneVerified]).toEqual([channel === 'email', channel === 'phone']);
      expect(await event).toEqual(body.user);
      expect(headers.get('X-Stream-Position')).toMatch(/^users=/u);
    });
  }

  it('keeps codes only hashed', async () => {
    await send();
    const code = await received();
    const rows = await server.application.get(Database).db.select().from(verificationCodes);
    expect(rows.length).toBeGreaterThan(0);
    for (const { codeHash } of rows) expect(codeHash).toMatch(/^\$argon2id\$/u);
    expect(JSON.stringify(rows)).not.toContain(code);
  });

  it('refuses a wrong code, then takes the right one', async () => {
    await send();
    const code = await received();
    const { status, body } = await confirm(wrong(code));
    expect([status, body.code]).toEqual([400, 'CODE_INVALID']);
    expect((await confirm(code)).status).toBe(200);
  });

  it('allows five tries, also when they come at once', async () => {
    await send();
    const code = await received();
    const answers = await Promise.all(Array.from({ length: 8 }, () => confirm(wrong(code))));
    expect(answers.filter(({ body }) => body.code === 'CODE_INVALID').length).toBe(5);
    const late = await confirm(code);
    expect([late.status, late.body.code, late.headers.get('Retry-After')]).toEqual([429, 'TOO_MANY_REQUESTS', '600']);
  });

  it('brings no new tries with a new code', async () => {
    await send();
    const code = await received();
    for (let i = 0; i < 5; i++) await confirm(wrong(code));
    server.clock.advance(RESEND_MS);
    const early = await send();
    expect([early.status, early.headers.get('Retry-After')]).toEqual([429, '540']);
    server.clock.advance(CODE_MS - RESEND_MS);
    expect((await send()).status).toBe(200);
    expect((await confirm(await received())).status).toBe(200);
  });

  it('ends after ten minutes', async () => {
    await send();
    const code = await received();
    server.clock.advance(CODE_MS);
    const { status, body } = await confirm(code);
    expect([status, body.code]).toEqual([400, 'CODE_EXPIRED']);
  });

  it('needs a code to have been sent', async () => {
    expect((await confirm('123456')).body.code).toBe('CODE_EXPIRED');
  });

  it('sends one code a minute; only the last is good', async () => {
    await send();
    const first = await received();
    const early = await send();
    expect([early.status, early.body.code, early.headers.get('Retry-After')]).toEqual([429, 'TOO_MANY_REQUESTS', '60']);
    server.clock.advance(RESEND_MS);
    expect((await send()).status).toBe(200);
    const second = await received();
    if (first !== second) expect((await confirm(first)).body.code).toBe('CODE_INVALID');
    expect((await confirm(second)).status).toBe(200);
  });

  it('is not repeated', async () => {
    await send();
    await confirm(await received());
    for (const answer of [await send(), await confirm('123456')]) expect([answer.status, answer.body.code]).toEqual([409, 'ALREADY_VERIFIED']);
  });

  it('refuses what cannot be a code', async () => {
    for (const code of ['12345', '1234567', 'ABCDEF', '']) {
      const { status, body } = await confirm(code);
      expect([status, body.code, body.details?.[0]?.field]).toEqual([400, 'VALIDATION_FAILED', 'code']);
    }
  });

  it("is a user's own: not another's, not an admin's", async () => {
    const other = await server.newUser();
    const admin = await server.signInAdmin();
    for (const { accessToken } of [other.tokens, admin.tokens]) expect((await call('phone/verify/send', undefined, accessToken)).status).toBe(403);
  });
});
