import { accessibilityFaults } from '../../../testing/axe';
import { refusal } from '../../../testing/tab';
import { aRequest, requests } from '../../../testing/partner-requests';
import { anId } from '../../../testing/people';
import { QueueDesk } from '../../../testing/queue-desk';
import { LANGUAGES } from '../../core/i18n/languages';

const AT = '2026-02-02T12:00:00.000Z';
const LATER = '2026-02-02T12:00:01.000Z';
const [FIRST = aRequest(), SECOND = aRequest(), THIRD = aRequest()] = requests(3);
const approved = { ...FIRST, status: 'approved', decidedBy: 'Marc Thill', decidedAt: AT, updatedAt: AT } as const;
const PATH = '/partner-places/requests';

describe('The partner places page', () => {
  let desk: QueueDesk;
  afterEach(() => {
    localStorage.removeItem('moien.language');
    sessionStorage.removeItem('moien.drafts');
  });

  for (const language of LANGUAGES)
    it(`has no accessibility faults in ${language}, with a request open and a message begun`, async () => {
      desk = await QueueDesk.with(requests(3), { language });
      await desk.choose(anId(2));
      desk.page.press('r');
      await desk.answerCanned();
      await desk.page.still();
      expect(await accessibilityFaults(desk.page.element)).toEqual([]);
    });

  it('shows what waits, the longest first, and that it is live', async () => {
    desk = await QueueDesk.with(requests(3));
    expect(desk.places).toEqual(['Place 1', 'Place 2', 'Place 3']);
    expect(desk.page.row(anId(1)).dataset['status']).toBe('pending');
    await desk.page.until(() => desk.page.one('[data-testid=freshness-partner-places]').dataset['state'] === 'live');
    expect(desk.page.one('[role=tab][aria-selected=true]').textContent).toContain('Pending');
  });

  it('counts each status, and counts again when something changed', async () => {
    desk = await QueueDesk.with(requests(3));
    const waiting = { under24h: 0, under48h: 0, over48h: 0 };
    const counts = (pending: number) => ({
      total: 9,
      byStatus: { pending, needs_info: 1, approved: 2, rejected: 3 },
      waiting: { pending: waiting, needs_info: waiting },
      oldestPendingAt: null,
      at: AT,
    });
    await desk.page.answer('/partner-places/summary', counts(3));
    await desk.page.until(
      () => desk.page.one('[role=tablist]').textContent.replace(/\s+/gu, ' ').trim() === 'Pending 3 Waiting for partner 1 Approved 2 Rejected 3',
    );
    desk.tell('approved', anId(9));
    await desk.page.answer('/partner-places/summary', counts(2));
    await desk.page.until(() => desk.page.one('#queue-tab-pending').textContent.includes('2'));
    expect(desk.page.one('#queue-tab-pending').textContent).toContain('2');
  });

  it('says how late each is, by more than its colour', async () => {
    const ago = (hours: number) => ({ createdAt: new Date(Date.now() - hours * 3_600_000).toISOString() });
    desk = await QueueDesk.with(requests(3, (n) => ago([49, 25, 1][n - 1] ?? 0)));
    const late = [...desk.page.element.querySelectorAll<HTMLElement>('app-waiting-age')];
    expect(late.map(({ dataset }) => dataset['lateness'])).toEqual(['veryLate', 'late', 'inTime']);
    expect(late.map(({ textContent }) => textContent.includes('waiting for more than'))).toEqual([true, true, false]);
  });

  it('says of each empty tab what that means', async () => {
    desk = await QueueDesk.with([]);
    expect(desk.page.text).toContain('No pending requests');
    desk.page.button(/^Rejected/u).click();
    await desk.answerList([]);
    await desk.page.until(() => desk.page.text.includes('No rejected requests'));
    expect(desk.page.url).toBe('/partner-places?status=rejected');
  });

  it('shows nothing rather than another list than the link asks for', async () => {
    desk = await QueueDesk.with(requests(3), { url: '/partner-places?status=lost' });
    expect(desk.page.one('app-misread-address').textContent).toContain('status=lost');
    expect(desk.page.element.querySelector('app-queue-list')).toBeNull();
  });

  it('says why there is nothing, quotes the request, and tries again at once', async () => {
    desk = await QueueDesk.open();
    await desk.page.refuse(PATH, 'INTERNAL');
    await desk.page.until(() => desk.page.element.querySelector('app-error-state') !== null);
    expect(desk.page.one('app-error-state bdi').textContent).toBe('r-1');
    desk.page.button('Try again').click();
    await desk.answerList(requests(1));
    await desk.shows('Place 1');
  });

  it('fetches what was touched, and takes out what is gone at once', async () => {
    desk = await QueueDesk.with(requests(3));
    desk.tell('deleted', anId(1));
    await desk.shows('Place 2', 'Place 3');
    desk.tell('updated', anId(2));
    await desk.answerRows({ ...SECOND, placeName: 'Another name', updatedAt: AT });
    await desk.shows('Another name', 'Place 3');
    expect(desk.places.length).toBe(2);
  });

  it('keeps every row in its place while the keyboard is on one, until asked to bring in what waits', async () => {
    desk = await QueueDesk.with([SECOND, THIRD]);
    desk.page.press('j');
    await desk.page.until(() => document.activeElement?.closest('[data-id]') === desk.page.row(anId(2)));
    desk.tell('created', anId(1));
    await desk.answerRows(FIRST);
    await desk.page.until(() => desk.page.element.querySelector('[appPill]') !== null);
    expect(desk.places).toEqual(['Place 2', 'Place 3']);
    desk.page.button('1 new').click();
    await desk.shows('Place 1', 'Place 2', 'Place 3');
    expect(document.activeElement?.closest('[data-id]')).toBe(desk.page.row(anId(2)));
  });

  describe('with a request open', () => {
    it('decides it as it was seen, opens the next, and takes it back', async () => {
      desk = await QueueDesk.with(requests(3));
      await desk.choose(anId(1));
      await desk.compose('Approve', 'Welcome!');
      desk.send();
      const { request } = await desk.answerChange('approve', { ...approved, decidedBy: 'Lea Weber' });
      expect([request.body, request.headers.get('If-Match')]).toEqual([{ message: 'Welcome!' }, `"${FIRST.updatedAt}"`]);
      await desk.shows('Place 2', 'Place 3');
      await desk.page.until(() => desk.panel.textContent.includes('Place 2'));
      expect(desk.page.url).toContain(anId(2));
      desk.page.button(/^Undo/u).click();
      const reopened = await desk.answerChange('reopen', { ...FIRST, updatedAt: LATER });
      expect(reopened.request.headers.get('If-Match')).toBe(`"${AT}"`);
      await desk.shows('Place 1', 'Place 2', 'Place 3');
      await desk.choose(anId(1));
      await desk.page.until(() => desk.panel.textContent.includes('Place 1'));
      desk.page.button('Approve', desk.panel).click();
      await desk.page.until(() => desk.page.element.querySelector('app-composer') !== null);
      expect(desk.field.value).toBe('Welcome!');
    });

    it('keeps all of a message that is too long, says by how much, and does not send it', async () => {
      desk = await QueueDesk.with(requests(3));
      await desk.choose(anId(1));
      await desk.compose('Reject', 'a'.repeat(5_467));
      desk.send();
      expect(desk.page.one('#composer-problem').textContent).toContain('1,467 characters too many');
      expect([desk.field.value.length, desk.field.ariaInvalid]).toEqual([5_467, 'true']);
      desk.page.server.expectNone({ method: 'POST' });
    });

    it('needs words for a rejection', async () => {
      desk = await QueueDesk.with(requests(3));
      await desk.choose(anId(1));
      await desk.compose('Reject', '  ');
      desk.send();
      expect(desk.page.one('#composer-problem').textContent).toContain('Write a message to the partner.');
      expect(desk.field.ariaInvalid).toBe('true');
      desk.page.server.expectNone({ method: 'POST' });
    });

    it('begins with a ready-made message in either language, and never writes over one’s own', async () => {
      desk = await QueueDesk.with(requests(3));
      await desk.choose(anId(1));
      await desk.compose('Reject', '');
      await desk.answerCanned();
      desk.page.button('Too far').click();
      desk.page.render();
      expect(desk.field.value).toBe('Dear Ana Souza, too far.');
      desk.page.one('app-composer label:nth-of-type(2) input').click();
      desk.page.render();
      expect(desk.field.value).toBe('عزيزنا \u2068Ana Souza\u2069، بعيد.');
      desk.write('My own words.');
      desk.page.button('Too far').click();
      desk.page.render();
      expect(desk.field.value).toBe('My own words.\n\nعزيزنا \u2068Ana Souza\u2069، بعيد.');
      expect(desk.page.one('app-composer details').textContent).toContain('could not be accepted');
    });

    it('says at once who decided it meanwhile, and lets nothing more be sent', async () => {
      desk = await QueueDesk.with(requests(3));
      await desk.choose(anId(1));
      await desk.compose('Reject', 'Too far, sorry.');
      desk.tell('approved', anId(1));
      await desk.answerOne(approved);
      await desk.page.until(() => desk.panel.textContent.includes('Marc Thill'));
      expect(desk.page.one('app-decision-notice').textContent).toContain('The request changed while you had it open.');
      expect(desk.page.one('app-composer [type=submit]').ariaDisabled).toBe('true');
      expect(desk.field.value).toBe('Too far, sorry.');
      await desk.shows('Place 2', 'Place 3');
    });

    it('shows the newer state when somebody was faster, and keeps what was written', async () => {
      desk = await QueueDesk.with(requests(3));
      await desk.choose(anId(1));
      await desk.compose('Reject', 'Too far, sorry.');
      desk.send();
      const sent = await desk.page.request(`${PATH}/${anId(1)}/reject`, 'POST');
      sent.flush({ ...refusal('ALREADY_DECIDED'), current: approved }, { status: 409, statusText: 'Conflict' });
      await desk.page.until(() => desk.panel.textContent.includes('Marc Thill'));
      expect(desk.page.one('app-composer [role=alert]').textContent).toContain('The status of this request has changed');
      expect(desk.field.value).toBe('Too far, sorry.');
      expect(desk.page.one('app-composer [type=submit]').ariaDisabled).toBe('true');
    });

    it('keeps what was begun over other requests, live changes, failures and a reload', async () => {
      desk = await QueueDesk.with(requests(3));
      await desk.choose(anId(1));
      await desk.compose('Ask for details', 'When do you open?');
      desk.page.press('j');
      await desk.page.until(() => desk.panel.textContent.includes('Place 2'));
      expect(desk.page.row(anId(1)).textContent).toContain('Draft');
      desk.tell('updated', anId(1));
      await desk.answerRows({ ...FIRST, placeName: 'Renamed', updatedAt: AT });
      await desk.shows('Renamed', 'Place 2', 'Place 3');
      desk.page.press('k');
      await desk.page.until(() => desk.page.element.querySelector('app-composer') !== null);
      desk.send();
      await desk.page.refuse(`${PATH}/${anId(1)}/request-details`, 'INTERNAL', 'POST');
      await desk.page.until(() => desk.page.element.querySelector('app-composer [role=alert]') !== null);
      expect(desk.field.value).toBe('When do you open?');
      expect(sessionStorage.getItem('moien.drafts')).toContain('When do you open?');
    });

    it('says when it changed while a message about it was written', async () => {
      desk = await QueueDesk.with(requests(3));
      await desk.choose(anId(1));
      await desk.compose('Reject', 'Too far, sorry.');
      desk.tell('updated', anId(1));
      await desk.answerOne({ ...FIRST, messages: [{ id: anId(7), from: 'partner', body: 'We moved closer.', at: AT }], updatedAt: AT });
      await desk.page.until(() => desk.panel.textContent.includes('We moved closer.'));
      expect(desk.page.one('app-composer [role=status]').textContent).toContain('changed since you started');
      desk.send();
      // Nothing goes out over what has not been looked at.
      expect(document.activeElement?.textContent).toContain('I have looked');
      desk.page.server.expectNone({ method: 'POST' });
      desk.page.button('I have looked', desk.panel).click();
      desk.page.render();
      desk.send();
      const { request } = await desk.answerChange('reject', { ...FIRST, status: 'rejected', decidedBy: 'Lea Weber', decidedAt: LATER, updatedAt: LATER });
      expect(request.headers.get('If-Match')).toBe(`"${AT}"`);
      await desk.page.until(() => desk.panel.textContent.includes('Place 2'));
    });

    it('leaves nothing of what was written when the session ends', async () => {
      desk = await QueueDesk.with(requests(3));
      await desk.choose(anId(1));
      await desk.compose('Reject', 'Something personal');
      await desk.page.signOut();
      expect(sessionStorage.getItem('moien.drafts')).toBeNull();
      expect(desk.page.text).not.toContain('Place 1');
    });

    it('by a link shows one that is in another list, and one that is gone as gone', async () => {
      desk = await QueueDesk.with([SECOND], { url: `/partner-places?request=${anId(1)}` });
      await desk.answerOne(approved);
      await desk.page.until(() => desk.page.text.includes('Approved by'));
      expect(desk.page.element.querySelector('app-request-panel .actions')?.textContent).toContain('Reopen');
      desk.tell('deleted', anId(1));
      await desk.page.until(() => desk.page.text.includes('This request is no longer available'));
    });
  });
});
