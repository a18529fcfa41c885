import type { Notification } from '#contract/notifications';
import { accessibilityFaults } from '../../../testing/axe';
import { PageDesk } from '../../../testing/page-desk';
import { anAdmin, anId } from '../../../testing/people';
import { type LanguageCode, LANGUAGES } from '../../core/i18n/languages';
import { notificationsRoutes } from './notifications.routes';

const DATA = { requestId: anId(50), placeName: 'Chez Ana', contactName: 'Ana' };
const news = (n: number, differences: Partial<Notification> = {}): Notification => ({
  id: anId(n),
  userId: anAdmin().id,
  type: 'partner.requested',
  title: 'New partner request',
  body: 'Chez Ana wants to become a partner.',
  data: DATA,
  isRead: false,
  readAt: null,
  createdAt: new Date(Date.UTC(2026, 1, 1) - n * 60_000).toISOString(),
  ...differences,
});
const READ = { isRead: true, readAt: '2026-02-01T12:00:00.000Z' };

describe('The notifications page', () => {
  let desk: PageDesk;
  const open = async (rows: readonly Notification[], { language, next = null }: { language?: LanguageCode; next?: string | null } = {}) => {
    desk = await PageDesk.open(notificationsRoutes, { url: '/notifications', ...(language && { language }) });
    await answer(rows, next);
  };
  /** Answers the list and the count, however often and in whichever order they are asked for, until it shows. */
  const answer = async (rows: readonly Notification[], next: string | null = null, isShown = () => true) => {
    const unread = rows.filter(({ isRead }) => !isRead).length;
    await desk.until(() => {
      for (const request of desk.server.match(({ url, method }) => url.endsWith('/notifications') && method === 'GET')) {
        const limit = Number(request.request.params.get('limit'));
        if (!request.cancelled)
          request.flush({ data: rows.slice(0, limit), pagination: { limit, total: rows.length, nextCursor: limit === 1 ? null : next, unread } });
      }
      return freshness() === 'live' && ids().length === rows.length && !desk.text.includes('Loading') && isShown();
    });
  };
  const freshness = () => desk.element.querySelector<HTMLElement>('[data-testid=freshness-notifications]')?.dataset['state'];
  const ids = () => [...desk.element.querySelectorAll<HTMLElement>('[data-id]')].map(({ dataset }) => dataset['id']);
  const list = () => desk.one('ul[aria-label]');

  afterEach(() => localStorage.removeItem('moien.language'));

  for (const language of LANGUAGES)
    it(`has no accessibility faults in ${language}`, async () => {
      await open([news(1), news(2, READ)], { language });
      await desk.still();
      expect(await accessibilityFaults(desk.element)).toEqual([]);
    });

  it('says what happened in the current language, and leads there', async () => {
    await open([news(1)], { language: 'ar' });
    const link = desk.row(anId(1)).querySelector('a');
    expect(link?.textContent).toBe('طلب من \u2068Ana\u2069 لانضمام \u2068Chez Ana\u2069 إلى الشركاء');
    expect(link?.getAttribute('href')).toBe(`/partner-places?request=${anId(50)}`);
  });

  it('says in the server’s own words what it does not know, and links to nothing that is gone', async () => {
    const decided = { type: 'partner.decided', data: { ...DATA, action: 'delete', actorName: 'Lea' } };
    await open([news(1, { type: 'partner.celebrated', title: 'A party', body: 'Ten years of Chez Ana.' }), news(2, decided)]);
    expect(desk.row(anId(1)).textContent).toContain('A party');
    expect(desk.row(anId(1)).textContent).toContain('Ten years of Chez Ana.');
    expect(desk.row(anId(2)).textContent).toContain('\u2068Lea\u2069 deleted the request of \u2068Chez Ana\u2069');
    expect(desk.element.querySelector('[data-id] a')).toBeNull();
  });

  it('shows a new one at the top at once, and asks for the rest', async () => {
    await open([news(2)]);
    desk.socket.say('notifications.created', news(1));
    await desk.until(() => ids().join() === [anId(1), anId(2)].join());
    await answer([news(1), news(2)]);
    expect(desk.text).toContain('2 unread notifications');
  });

  it('lets new ones wait while somebody is at the rows', async () => {
    await open([news(2), news(3)]);
    list().dispatchEvent(new PointerEvent('pointerenter'));
    desk.socket.say('notifications.created', news(1));
    await desk.until(() => desk.element.querySelector('[appPill]') !== null);
    expect(ids()).toEqual([anId(2), anId(3)]);
    desk.button('1 new').click();
    desk.render();
    expect(ids()).toEqual([anId(1), anId(2), anId(3)]);
  });

  it('marks one, which stays in its place while it is pointed at', async () => {
    await open([news(1), news(2)]);
    list().dispatchEvent(new PointerEvent('pointerenter'));
    desk.button(/^Mark as read/u, desk.row(anId(1))).click();
    await desk.answer(`/notifications/${anId(1)}/read`, { ok: true, notification: news(1, READ) }, 'POST');
    await desk.until(() => desk.row(anId(1)).querySelector('button') === null);
    expect(ids()).toEqual([anId(1), anId(2)]);
    list().dispatchEvent(new PointerEvent('pointerleave'));
    await desk.until(() => ids()[0] === anId(2));
  });

  it('says why one could not be marked, and leaves it unread', async () => {
    await open([news(1)]);
    desk.button(/^Mark as read/u, desk.row(anId(1))).click();
    await desk.refuse(`/notifications/${anId(1)}/read`, 'INTERNAL', 'POST');
    await desk.until(() => desk.toasts.includes('could not be marked as read'));
    expect(desk.row(anId(1)).querySelector('button')).not.toBeNull();
  });

  it('marks all, and follows when another tab did', async () => {
    await open([news(1), news(2)]);
    desk.press('a');
    await desk.answer('/notifications/read-all', { ok: true }, 'POST');
    const areAllRead = () => desk.text.includes('All read') && desk.element.querySelector('[data-id] button') === null;
    await answer([news(1, READ), news(2, READ)], null, areAllRead);
    desk.socket.say('notifications.created', news(3));
    await answer([news(3), news(1, READ), news(2, READ)], null, () => desk.text.includes('1 unread notification'));
    desk.socket.say('notifications.readAll', { userId: anAdmin().id });
    await answer([news(1, READ), news(2, READ), news(3, READ)], null, areAllRead);
    expect(desk.button('Mark all as read').ariaDisabled).toBe('true');
  });

  it('says that there are none, and of what one will be told', async () => {
    await open([]);
    await desk.until(() => desk.element.querySelector('app-empty-state') !== null);
    expect(desk.text).toContain('You are told of new partner requests');
  });

  it('keeps its rows without a connection, and says that they may be old', async () => {
    await open([news(1)]);
    desk.socket.cut();
    await desk.until(() => freshness() === 'stale');
    expect(desk.one('.doubt').textContent).toContain('may be out of date');
    expect(ids()).toEqual([anId(1)]);
  });
});
