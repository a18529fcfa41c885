import { notificationContent, type NotificationsPage } from '#contract/notifications';
import { PARTNER_LATE_MS, PARTNER_REQUEST_STATUSES, PARTNER_VERY_LATE_MS, PartnerRequest, type PartnerRequestsPage } from '#contract/partner-places';
import * as v from 'valibot';
import { toPartnerRequest } from '../partner-places/partner-request-row';
import { TestServer } from '../testing/test-server';
import { DEMO_PARTNERS, demoPartners } from './demo-partners';
import { Seeder } from './seeder';

const NOW = new Date('2026-03-01T12:00:00Z');

describe('Demo partner requests', () => {
  const partners = [...demoPartners(NOW, ['http://localhost/a.webp'])];

  it('are the same each time', () => {
    expect([...demoPartners(NOW, ['http://localhost/a.webp'])]).toEqual(partners);
  });

  it('keep the contract, and their threads the order of time', () => {
    for (const { request, messages } of partners) {
      const shown = toPartnerRequest(request, messages);
      expect(v.parse(PartnerRequest, shown)).toEqual(shown);
      const times = [request.createdAt, ...messages.map(({ at }) => at), NOW].map((at) => at.getTime());
      expect([...times].sort((a, b) => a - b)).toEqual(times);
      expect(shown.decidedAt === null).toBe(shown.status === 'pending');
    }
  });

  it('come in every status, of every age that is told apart, and in several scripts', () => {
    for (const status of PARTNER_REQUEST_STATUSES) expect(partners.filter(({ request }) => request.status === status).length).toBeGreaterThan(4);
    const ages = partners.filter(({ request }) => request.status === 'pending').map(({ request }) => NOW.getTime() - request.createdAt.getTime());
    const late = ages.filter((age) => age > PARTNER_LATE_MS).length;
    const veryLate = ages.filter((age) => age > PARTNER_VERY_LATE_MS).length;
    expect(Math.min(...ages)).toBeLessThan(30 * 60_000);
    expect([ages.length > late + 3, late > veryLate, veryLate > 1]).toEqual([true, true, true]);
    for (const script of [/\p{Script=Arabic}/u, /[äöüß]/u, /[ãõç]/u])
      expect(partners.some(({ request }) => script.test(request.placeName + request.contactName))).toBeTrue();
  });

  it('are seeded with the users, with pictures that are there, and news for the admin', async () => {
    const server = await TestServer.start();
    const token = (await server.signInAdmin()).tokens.accessToken;
    await server.application.get(Seeder, { strict: false }).seed(10, () => undefined);
    const { body } = await server.get<PartnerRequestsPage>('/partner-places/requests?limit=200', { token });
    expect(body.pagination.total).toBe(DEMO_PARTNERS);
    const pictures = new Set(body.data.flatMap(({ imageUrl }) => imageUrl ?? []));
    expect(pictures.size).toBeGreaterThan(1);
    for (const url of pictures) expect((await fetch(server.url + new URL(url).pathname)).status).toBe(200);
    const news = (await server.get<NotificationsPage>('/notifications', { token })).body;
    expect([news.pagination.unread > 0, news.pagination.unread < news.pagination.total]).toEqual([true, true]);
    for (const one of news.data) expect(notificationContent(one)).toBeDefined();
    await server.stop();
  });
});
