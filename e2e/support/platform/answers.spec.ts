import { ask, formOf, tokensOf, type Answer } from './asking';
import { spoil } from './bad-input';
import { AWKWARD, PLAINEST } from './options';
import { Platform } from './platform';

describe("the double's answers", () => {
  let platform: Platform;
  let token: string;

  const start = async (options: Partial<typeof PLAINEST> = {}): Promise<void> => {
    platform = new Platform({ options: { ...options, limits: 'off' }, users: 8, partnerRequests: 2 });
    await platform.start();
    token = tokensOf(platform).accessToken;
  };
  afterEach(() => platform.stop());

  const asAdmin = (method: string, path: string, body?: object): Promise<Answer> => ask(platform, method, path, { token, ...(body && { body }) });
  const userId = (): string => platform.users.list()[0]?.id ?? '';

  describe('in the plainest setting', () => {
    beforeEach(() => start());

    it('tell a part of the user where the documents do', async () => {
      const ban = await asAdmin('POST', `/users/${userId()}/ban`, { reason: 'x' });
      expect(ban.body).toEqual({ ok: true, user: { id: userId(), isBanned: true, bannedAt: jasmine.any(String) } });
      const photo = await asAdmin('POST', `/users/${userId()}/photo`, formOf({}, 'photo'));
      expect(photo.body).toEqual({ ok: true, user: { id: userId(), photoUrl: jasmine.stringContaining('/uploads/') } });
      const renamed = await asAdmin('PATCH', `/users/${userId()}`, { fullName: 'One Two Three' });
      expect(renamed.body).toEqual({ ok: true, user: platform.users.get(userId()) });
      expect((await asAdmin('DELETE', `/users/${userId()}`)).body).toEqual({ ok: true });
    });

    it('give a new account of staff bare, with 201, and the list of them too', async () => {
      const created = await asAdmin('POST', '/admin-staff', formOf({ name: 'Zoé', email: 'zoe@moien.lu', password: 'long enough to be' }));
      expect(created.status).toBe(201);
      const { body } = await asAdmin('GET', '/admin-staff');
      expect(body).toEqual([jasmine.any(Object), created.body]);
    });

    it('show an uploaded image under the address they gave', async () => {
      const { body } = await asAdmin('POST', '/site-settings/landing-images/whyFresh/upload', formOf({}, 'image'));
      const { url } = body as { url: string };
      expect((await asAdmin('GET', '/site-settings/landing-images')).body).toEqual(jasmine.objectContaining({ whyFresh: url, whyFast: null }));
      const image = await fetch(url);
      expect([image.headers.get('Content-Type'), await image.text()]).toEqual(['image/png', 'a picture']);
    });

    it('answer a decision whole, in part, or not at all, as they are told to', async () => {
      const [first, second] = platform.partnerRequests.list();
      const path = `/partner-places/requests/${first?.id ?? ''}`;
      expect((await asAdmin('POST', `${path}/message`, { message: 'Hello' })).body).toEqual({ ok: true });
      platform.configure({ decisions: 'part' });
      expect((await asAdmin('POST', `${path}/approve`, {})).body).toEqual({ ok: true, request: { id: first?.id, status: 'approved' } });
      platform.configure({ decisions: 'whole', partnerRows: 'ours' });
      const whole = await asAdmin('POST', `/partner-places/requests/${second?.id ?? ''}/reject`, { message: 'No' });
      expect(whole.body).toEqual({ ok: true, request: platform.partnerRequests.get(second?.id ?? '') });
    });
  });

  it('are all wrapped in the awkward setting, refusals in an envelope of their own', async () => {
    await start(AWKWARD);
    const users = await asAdmin('GET', '/users');
    expect(users.body).toEqual({ success: true, data: jasmine.arrayContaining([jasmine.objectContaining({ phone: '+352 621 12 34 56', __v: 3 })]) });
    const requests = await asAdmin('GET', '/partner-places/requests');
    expect(requests.text).toContain('businessName');
    expect(requests.text).not.toMatch(/placeName|messages/u);
    const refused = await asAdmin('PATCH', `/users/${userId()}`, { fullName: 'One Two Three', phone: '1' });
    const message = 'property phone should not exist';
    expect(refused.body).toEqual({ success: false, error: { code: 'BAD_REQUEST', message, details: [{ field: 'phone', message }] } });
    expect((await asAdmin('GET', '/notifications')).status).toBe(403);
  });

  it('are spoilt where they are told to be, and nowhere else', async () => {
    await start();
    const users = async (how: (typeof PLAINEST)['badInput'][string]): Promise<Answer> => {
      platform.configure({ badInput: { 'GET /users': how } });
      return asAdmin('GET', '/users');
    };
    expect((await users('html')).text).toContain('<title>502 Bad Gateway');
    expect((await users('html-502')).status).toBe(502);
    expect((await users('empty')).text).toBe('');
    expect((await users('repeated-ids')).body).toHaveSize(11);
    expect((await users('bad-dates')).body).toEqual(jasmine.arrayContaining([jasmine.objectContaining({ createdAt: 'yesterday-ish' })]));
    expect((await users('nulls')).body).toEqual(jasmine.arrayContaining([jasmine.objectContaining({ fullName: null })]));
    expect((await users('javascript-urls')).body).toEqual(
      jasmine.arrayContaining([jasmine.objectContaining({ photoUrl: 'javascript:alert(document.domain)' })]),
    );
    expect((await asAdmin('GET', '/admin-staff')).body).toHaveSize(1);
  });
});

describe('a huge answer', () => {
  it('has 200,000 rows, no two the same', () => {
    const rows = spoil([{ id: 'a', fullName: 'One' }], 'huge') as { id: string; fullName: string }[];
    expect(new Set(rows.map(({ id }) => id)).size).toBe(200_000);
    expect(rows.at(-1)?.fullName).toBe('One');
  });
});
