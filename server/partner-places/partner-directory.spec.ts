import { CannedReplies, fillCannedReply } from '#contract/canned-replies';
import type { ErrorBody } from '#contract/errors';
import {
  PARTNER_REQUEST_STATUSES,
  partnerRequestMatches,
  partnerRequestSortKey,
  type PartnerPlacesChanged,
  type PartnerRequest,
  type PartnerRequestsPage,
  type PartnerRequestsSummary,
} from '#contract/partner-places';
import { formatPosition, POSITION_HEADER, type ReplayPage } from '#contract/stream';
import { compareText } from '#contract/text';
import { sql } from 'drizzle-orm';
import * as v from 'valibot';
import { Database } from '../database/database';
import { partnerRequests } from '../database/schema';
import { PartnerDesk, positionOf } from '../testing/partner-desk';
import { TestServer, type Answer } from '../testing/test-server';

const HOUR_MS = 60 * 60 * 1000;
const UNKNOWN = '00000000-0000-4000-8000-000000000000';

describe('Partner requests in lists', () => {
  let server: TestServer;
  let desk: PartnerDesk;
  beforeAll(async () => {
    server = await TestServer.start();
    desk = await PartnerDesk.open(server);
  });
  afterAll(() => server.stop());
  beforeEach(() => desk.clear());

  describe('the list', () => {
    it('has those that wait first, oldest first, then the decided, latest first: page by page as in one', async () => {
      const made: PartnerRequest[] = [];
      for (let n = 0; n < 8; n++) made.push(await desk.create());
      for (const [index, action] of [
        [1, 'approve'],
        [0, 'reject'],
        [4, 'approve'],
        [2, 'request-details'],
      ] as const) {
        server.clock.advance(10);
        await desk.act(made[index]?.id ?? '', action, { message: 'Moien' });
      }
      const all = await desk.list('?limit=200');
      const order = (a: PartnerRequest, b: PartnerRequest) => compareText(partnerRequestSortKey(a), partnerRequestSortKey(b)) || compareText(a.id, b.id);
      expect(all.data.map(({ id }) => made.findIndex((request) => request.id === id))).toEqual([3, 5, 6, 7, 2, 4, 0, 1]);
      expect([...all.data].sort(order)).toEqual([...all.data]);
      const paged: PartnerRequest[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const page: PartnerRequestsPage = await desk.list(`?limit=3${cursor === '' ? '' : `&cursor=${cursor}`}`);
        paged.push(...page.data);
        cursor = page.pagination.nextCursor;
      }
      expect(paged).toEqual([...all.data]);
      for (const status of PARTNER_REQUEST_STATUSES) {
        const found = await desk.list(`?status=${status}`);
        expect([...found.data]).toEqual(all.data.filter((request) => partnerRequestMatches(request, { status })));
        expect(found.pagination.total).toBe(found.data.length);
      }
    });

    it('answers just those asked for by id, without those that are gone', async () => {
      const [a, b] = [await desk.create(), await desk.create()];
      await desk.create();
      const { data, pagination } = await desk.list(`?ids=${b.id},${UNKNOWN},${a.id}&limit=1`);
      expect(data.map(({ id }) => id)).toEqual([a.id, b.id]);
      expect([pagination.total, pagination.nextCursor]).toEqual([2, null]);
      expect((await desk.list(`?ids=${a.id}&status=approved`)).data).toEqual([]);
      expect((await desk.list('?ids=')).data).toEqual([]);
    });

    it('refuses queries that make no sense', async () => {
      for (const query of ['limit=0', 'limit=201', 'status=gone', 'ids=nonsense', `ids=${Array(101).fill(UNKNOWN).join()}`]) {
        const { status, body } = await desk.get<ErrorBody>(`requests?${query}`);
        expect([query, status, body.details?.[0]?.field.split('.')[0]]).toEqual([query, 400, query.split('=')[0]]);
      }
      const forged = Buffer.from(JSON.stringify(['partner-requests', "'; DROP TABLE", UNKNOWN])).toString('base64url');
      for (const cursor of ['', 'nonsense', forged]) expect((await desk.get<ErrorBody>(`requests?cursor=${cursor}`)).body.code).toBe('CURSOR_INVALID');
    });

    it('is for admins, as is every action', async () => {
      const { id } = await desk.create();
      const { tokens } = await server.newUser();
      const paths = ['GET requests', 'GET summary', 'GET canned-replies', `GET requests/${id}`, `DELETE requests/${id}`];
      for (const action of ['approve', 'request-details', 'reject', 'message', 'reopen']) paths.push(`POST requests/${id}/${action}`);
      for (const [method = '', path = ''] of paths.map((line) => line.split(' '))) {
        const ask = (token?: string) => server.request(method, `/partner-places/${path}`, token === undefined ? {} : { token });
        expect([path, (await ask()).status, (await ask(tokens.accessToken)).status]).toEqual([path, 401, 403]);
      }
    });

    it('was true at the position it names, also under writes', async () => {
      const first = await desk.get<PartnerRequestsPage>('requests?limit=200');
      const start = positionOf(first);
      const writing = Promise.all(
        Array.from({ length: 4 }, async () => {
          const { id } = await desk.create();
          await desk.act(id, 'approve');
          await desk.remove(id);
        }),
      );
      const snapshots: Answer<PartnerRequestsPage>[] = [];
      for (let going = true; going;) {
        snapshots.push(await desk.get<PartnerRequestsPage>('requests?limit=200'));
        going = await Promise.race([writing.then(() => false), new Promise<boolean>((resolve) => setImmediate(resolve, true))]);
      }
      if (start === undefined) throw new Error('The list has no position');
      const { body } = await server.get<ReplayPage>(`/events?namespace=partner-places&after=${formatPosition(start)}`, { token: desk.me.tokens.accessToken });
      for (const snapshot of snapshots) {
        const statuses = new Map<string, string>();
        for (const { seq, payload } of body.data) {
          const { id = '', kind } = payload as PartnerPlacesChanged;
          if (seq > (positionOf(snapshot)?.seq ?? 0)) break;
          if (kind === 'deleted') statuses.delete(id);
          else statuses.set(id, kind === 'created' ? 'pending' : kind);
        }
        expect(new Map(snapshot.body.data.map(({ id, status }) => [id, status]))).toEqual(statuses);
      }
      expect(body.data.length).toBe(12);
    });
  });

  it('are counted by status, and those that wait by age, as SQL counts them', async () => {
    const [old, late] = [await desk.create(), await desk.create()];
    server.clock.advance(24 * HOUR_MS);
    await desk.signInAgain();
    await desk.create();
    server.clock.advance(24 * HOUR_MS);
    await desk.signInAgain();
    const young = await desk.create();
    await desk.act(old.id, 'request-details', { message: 'Where?' });
    await desk.act(young.id, 'approve');
    const { body, headers } = await desk.get<PartnerRequestsSummary>('summary');
    expect(body).toEqual({
      total: 4,
      byStatus: { pending: 2, needs_info: 1, approved: 1, rejected: 0 },
      waiting: { pending: { under24h: 0, under48h: 1, over48h: 1 }, needs_info: { under24h: 0, under48h: 0, over48h: 1 } },
      oldestPendingAt: late.createdAt,
      at: server.clock.now().toISOString(),
    });
    expect(headers.get(POSITION_HEADER)).toMatch(/^partner-places=/u);
    const { db } = server.application.get(Database);
    for (const status of PARTNER_REQUEST_STATUSES) expect(body.byStatus[status]).toBe(await db.$count(partnerRequests, sql`status = ${status}`));
  });

  it('have canned replies for each decision in both languages, which name the place', async () => {
    const { body } = await desk.get('canned-replies');
    const { data } = v.parse(CannedReplies, body);
    const place = { placeName: 'Chez Ana', contactName: 'Ana', city: 'Esch' };
    for (const action of ['approve', 'request-details', 'reject']) {
      const replies = data.filter((reply) => reply.action === action);
      expect(replies.length).toBeGreaterThan(1);
      for (const { body: text } of replies) {
        for (const language of ['en', 'ar'] as const) {
          const filled = fillCannedReply(text[language], place);
          expect(filled).toContain('Chez Ana');
          expect(filled).not.toMatch(/[{}]/u);
        }
        expect(text.ar).toMatch(/\p{Script=Arabic}/u);
        expect(text.ar).not.toMatch(/\d/u);
      }
    }
    expect(new Set(data.map(({ id }) => id)).size).toBe(data.length);
  });
});
