import type { ErrorBody } from '#contract/errors';
import type { UserAnswer } from '#contract/users';
import { newUser } from '../testing/new-user';
import { PASSWORD, TestServer } from '../testing/test-server';

describe('Registering a user', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start();
  });
  afterAll(() => server.stop());

  const register = <TBody = UserAnswer>(own: Parameters<typeof newUser>[0] = {}) => server.post<TBody>('/users/register', { body: newUser(own) });

  it('refuses names that nobody can see, and text that turns what is around it or is no Unicode', async () => {
    for (const [fullName, code] of [
      ['\u3164 \u3164 \u3164', 'invisible'],
      ['Ana \u2800 Silva', 'invisible'],
      ['A\u2069\u202e B C', 'control_characters'],
      ['Ana\0 Maria Silva', 'control_characters'],
      ['\ud800 lone surrogate', 'control_characters'],
    ] as const) {
      const { status, body } = await register<ErrorBody>({ fullName });
      expect([status, body.details?.map((detail) => [detail.field, detail.code])]).toEqual([400, [['fullName', code]]]);
    }
  });

  it('takes addresses as the standard has them, and lets each sign in, whichever form the browser sends', async () => {
    for (const [email, typed] of [
      ["o'brien@moien.lu", "O'Brien@moien.lu "],
      ['a&b--c@my--shop.lu', 'a&b--c@my--shop.lu'],
      ['ana@münchen.de', 'ana@xn--mnchen-3ya.de'],
      ['ليلى@مثال.إختبار', 'ليلى@xn--mgbh0fb.xn--kgbechtv'],
    ] as const) {
      expect((await register({ email })).body.user.email).toBe(email);
      const { status } = await server.post('/auth/user/login', { body: { email: typed, password: PASSWORD } });
      expect([email, status]).toEqual([email, 200]);
      expect((await register<ErrorBody>({ email: typed })).body.code).toBe('EMAIL_TAKEN');
    }
  });

  it('keeps a phone number in its one form, however it is typed', async () => {
    expect((await register({ phone: '00352 (0)621/999-888,' })).body.user.phone).toBe('+352621999888');
  });
});
