import { TestBed } from '@angular/core/testing';
import { accessibilityFaults } from '../../../testing/axe';
import { eventually } from '../../../testing/eventually';
import { anEntry, anOverview, aQueue, OverviewDesk } from '../../../testing/overview-desk';
import { anAdmin, anId, aUser } from '../../../testing/people';
import { LANGUAGES } from '../../core/i18n/languages';
import { Session } from '../../core/session/session';

const today = (differences = {}) => aUser({ id: anId(77), createdAt: '2026-02-02T10:00:00.000Z', ...differences });

describe('The overview page', () => {
  afterEach(() => {
    localStorage.removeItem('moien.language');
    localStorage.removeItem('moien.since-dismissed');
  });

  for (const language of LANGUAGES)
    it(`has no accessibility faults in ${language}, with charts and with tables`, async () => {
      const desk = await OverviewDesk.with({ language, url: '/overview?tables=countries' });
      await eventually(() => desk.element.querySelector('canvas') !== null);
      desk.render();
      expect(await accessibilityFaults(desk.element)).toEqual([]);
    });

  describe('its figures', () => {
    it('are those of the server, each leading to what it counts', async () => {
      const desk = await OverviewDesk.with();
      const tiles = ['all', 'active', 'banned', 'email', 'phone'];
      expect(tiles.map((tile) => desk.figure(tile))).toEqual(['10', '9', '1', '80%', '50%']);
      const links = tiles.map((tile) => desk.one(`[data-tile=${tile}]`).getAttribute('href'));
      expect(links).toEqual(['/users', '/users?status=active', '/users?status=banned', '/users?verified=email', '/users?verified=phone']);
      expect(desk.freshness('overview')).toBe('live');
    });

    it('count a registration at once, without asking again', async () => {
      const desk = await OverviewDesk.with();
      desk.tell('users', 'users.created', today({ emailVerified: false }));
      await eventually(() => desk.figure('all') === '11');
      expect(desk.figure('email')).toBe('72.7%');
      expect(desk.one('[data-tile=all] .note').textContent).toBe('6 registered today');
      expect(desk.element.textContent).toContain('9 registrations in 2 days; the most on 2 Feb: 6.');
      desk.server.expectNone(({ url }) => url.endsWith('/overview'));
    });

    it('are asked for again where an event does not say what it changes', async () => {
      const desk = await OverviewDesk.with();
      desk.tell('users', 'users.updated', today({ isBanned: true, bannedAt: '2026-02-02T11:00:00.000Z' }));
      expect(desk.figure('banned')).toBe('1');
      await desk.answer('/overview', anOverview({ users: { ...anOverview().users, banned: 2 } }));
      await eventually(() => desk.figure('banned') === '2');
      expect(desk.freshness('overview')).toBe('live');
    });

    it('of the queue follow its events', async () => {
      const desk = await OverviewDesk.with();
      expect(desk.one('[data-status=pending] strong').textContent).toBe('3');
      expect(desk.one('[data-ages=pending]').textContent).toContain('2 over 48 h');
      desk.tell('partner-places', 'partner-places.changed', { kind: 'approved', id: anId(1), at: '2026-02-02T12:00:00.000Z' });
      await desk.answer('/partner-places/summary', aQueue({ byStatus: { pending: 2, needs_info: 1, approved: 3, rejected: 0 }, oldestPendingAt: null }));
      await eventually(() => desk.one('[data-status=approved] strong').textContent === '3');
      expect(desk.element.textContent).toContain('No request is waiting for us.');
    });

    it('stay without a connection, and say that they may be old', async () => {
      const desk = await OverviewDesk.with();
      desk.cut();
      await eventually(() => desk.freshness('overview') === 'stale');
      expect(desk.figure('all')).toBe('10');
      expect(desk.one('.doubt').textContent).toContain('may be out of date');
      desk.heads.users += 3;
      desk.reconnect();
      await desk.answer('/overview', anOverview({ users: { ...anOverview().users, total: 13 } }));
      await eventually(() => desk.figure('all') === '13');
      await eventually(() => desk.freshness('overview') === 'live');
    });

    it('say why there are none, quote the request, and are asked for at once', async () => {
      const desk = await OverviewDesk.open();
      await desk.refuse('/overview');
      const state = await eventually(() => desk.element.querySelector('.numbers app-error-state') ?? undefined);
      expect(state.textContent).toContain('Something went wrong on the server.');
      expect(state.querySelector('bdi')?.textContent).toBe('r-1');
      state.querySelector('button')?.click();
      await desk.answer('/overview', anOverview());
      await eventually(() => desk.element.querySelector('[data-tile=all]') !== null);
      expect(desk.figure('all')).toBe('10');
    });

    it('make way for a hint while there is nobody', async () => {
      const users = { total: 0, banned: 0, emailVerified: 0, phoneVerified: 0, bothVerified: 0 };
      const desk = await OverviewDesk.with({ overview: anOverview({ users }) });
      expect(desk.one('.numbers app-empty-state').textContent).toContain('No users yet');
    });
  });

  describe('its charts', () => {
    const cells = (desk: OverviewDesk, panel: number) =>
      [...(desk.element.querySelectorAll('app-chart-panel')[panel]?.querySelectorAll('tbody tr') ?? [])].map((row) =>
        [...row.children].map(({ textContent }) => textContent.trim()),
      );

    it('are drawn, and are tables to those who do not see them', async () => {
      const desk = await OverviewDesk.with({ language: 'ar' });
      const canvas = await eventually(() => desk.element.querySelector('canvas') ?? undefined);
      expect(canvas.closest('[aria-hidden=true]')).not.toBeNull();
      expect(cells(desk, 0)).toEqual([
        ['١ فبراير', '٣'],
        ['٢ فبراير', '٥'],
      ]);
      expect(cells(desk, 1).at(-1)).toEqual(['بلدان أخرى', '١']);
    });

    it('turn into tables and back, by the address', async () => {
      const desk = await OverviewDesk.with();
      desk.button(/^Show as table\s*: Registrations by country$/u).click();
      await eventually(() => desk.url === '/overview?tables=countries');
      desk.render();
      expect(desk.element.querySelectorAll('app-bar-chart').length).toBe(1);
      expect(desk.one('.table a').getAttribute('href')).toBe('/users?country=LU');
      desk.button(/^Show as chart/u).click();
      await eventually(() => desk.url === '/overview');
      desk.render();
      expect(desk.element.querySelectorAll('app-bar-chart').length).toBe(2);
    });
  });

  describe('its activity', () => {
    it('says who did what to whom, and leads there unless that is gone', async () => {
      const entries = [anEntry(5, { kind: 'user.deleted' }), anEntry(4, { kind: 'user.banned', note: 'Orders never collected' })];
      const desk = await OverviewDesk.with({ entries });
      const [gone, banned] = desk.element.querySelectorAll('[data-activity]');
      expect(gone?.querySelector('a')).toBeNull();
      expect(gone?.textContent).toContain('Deleted');
      expect(banned?.querySelector('a')?.getAttribute('href')).toBe(`/users?user=${anId(4)}`);
      expect(banned?.querySelector('p')?.textContent.replaceAll(/\s+/gu, ' ').trim()).toBe('Banned by \u2068Lea Weber\u2069');
      expect(banned?.querySelector('q')?.textContent).toBe('Orders never collected');
    });

    it('brings what happens to the top, once', async () => {
      const desk = await OverviewDesk.with();
      desk.tell('users', 'users.updated', today());
      desk.tell('users', 'users.updated', today());
      await desk.answerActivity([anEntry(7), anEntry(6), anEntry(5)]);
      await eventually(() => desk.activity.length === 3);
      expect(desk.activity).toEqual(['User Number 7', 'User Number 6', 'User Number 5']);
    });

    it('waits while it is paused, and tells how much', async () => {
      const desk = await OverviewDesk.with();
      desk.button('Pause').click();
      desk.render();
      desk.tell('users', 'users.updated', today());
      await desk.answerActivity([anEntry(6), anEntry(5)]);
      await eventually(() => desk.element.querySelector('[appPill]') !== null);
      expect(desk.activity).toEqual(['User Number 5']);
      desk.button('1 new').click();
      desk.render();
      expect(desk.activity).toEqual(['User Number 6', 'User Number 5']);
      desk.tell('users', 'users.updated', today());
      await desk.answerActivity([anEntry(7), anEntry(6), anEntry(5)]);
      await eventually(() => desk.element.querySelector('[appPill]') !== null);
      desk.button('Resume').click();
      desk.render();
      expect(desk.activity[0]).toBe('User Number 7');
    });

    it('keeps its places under the pointer', async () => {
      const desk = await OverviewDesk.with();
      desk.one('.scroller').dispatchEvent(new PointerEvent('pointerenter'));
      desk.render();
      desk.tell('users', 'users.updated', today());
      await desk.answerActivity([anEntry(6), anEntry(5)]);
      await eventually(() => desk.element.querySelector('[appPill]') !== null);
      expect(desk.activity).toEqual(['User Number 5']);
      desk.one('.scroller').dispatchEvent(new PointerEvent('pointerleave'));
      desk.render();
      expect(desk.activity.length).toBe(2);
    });

    it('is narrowed by the address, and then asks for nothing at events of others', async () => {
      const desk = await OverviewDesk.open({ url: '/overview?activity=images' });
      const { request } = await desk.answerActivity([
        anEntry(5, { namespace: 'site-settings', kind: 'image.replaced', subject: { id: 'whyFresh', label: 'whyFresh' } }),
      ]);
      expect(request.params.get('kind')).toBe('image.');
      await eventually(() => desk.activity.length === 1);
      expect(desk.one('[data-activity] a').getAttribute('href')).toBe('/site-images?slot=whyFresh');
      expect(desk.activity).withContext('as its page calls it').toEqual(['Why: fresh']);
      desk.tell('site-settings', 'hero-image.updated', { url: null });
      await desk.answerActivity([]);
      await eventually(() => desk.element.querySelector('app-activity-panel app-empty-state') !== null);
      expect(desk.element.textContent).toContain('Nothing has happened yet');
    });

    it('goes further back, and says where the record begins', async () => {
      const desk = await OverviewDesk.open();
      await desk.answerActivity([anEntry(5)], '41');
      await eventually(() => desk.activity.length === 1);
      desk.button('Show older').click();
      await desk.refuse('/activity');
      await eventually(() => desk.element.textContent.includes('Older entries could not be loaded.'));
      desk.button('Show older').click();
      const { request } = await desk.answerActivity([anEntry(4), anEntry(3)]);
      await eventually(() => desk.activity.length === 3);
      expect(request.params.get('after')).toBe('41');
      expect(desk.element.textContent).toContain('The record begins on 15 Jan 2026.');
    });
  });

  describe('what happened since one left', () => {
    const since = {
      from: '2026-02-01T12:00:00.000Z',
      to: '2026-02-02T08:00:00.000Z',
      counts: [
        { kind: 'user.registered', n: 3 },
        { kind: 'partner.approved', n: 1 },
        { kind: 'partner.rejected', n: 1 },
        { kind: 'weather.changed', n: 9 },
      ],
    };
    const lines = (desk: OverviewDesk) => [...desk.element.querySelectorAll('app-since-you-left a')].map(({ textContent }) => textContent.trim());

    it('is told by kind until it is dismissed', async () => {
      const desk = await OverviewDesk.with({ since });
      expect(lines(desk)).toEqual(['3 users registered', '2 decisions on requests']);
      desk.button('Dismiss what happened since you left').click();
      desk.render();
      expect(lines(desk)).toEqual([]);
      expect(localStorage.getItem('moien.since-dismissed')).toBe(since.to);
    });

    it('is nothing where nothing happened, or the server cannot tell', async () => {
      const desk = await OverviewDesk.with({ since: { ...since, counts: [] } });
      expect(desk.element.querySelector('app-since-you-left section')).toBeNull();
    });
  });

  it('drops everything in the same moment as the session', async () => {
    const desk = await OverviewDesk.with();
    const session = TestBed.inject(Session);
    const signedIn = session.signIn('lea.weber@moien.example', 'a password of hers');
    (await desk.request('/auth/admin/login')).flush({
      ok: true,
      user: anAdmin(),
      tokens: { accessToken: 't1', expiresIn: 900 },
    });
    await signedIn;
    session.end(null);
    desk.render();
    expect(desk.activity).toEqual([]);
    expect(desk.element.querySelector('[data-tile]')).toBeNull();
  });
});
