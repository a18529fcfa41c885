import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { ActivityEntry } from '#contract/activity';
import type { StreamName } from '#contract/streams';
import { accessibilityFaults } from '../../../testing/axe';
import { eventually } from '../../../testing/eventually';
import { FakeWire } from '../../../testing/fake-socket';
import { find } from '../../../testing/find';
import { anAdmin, anId } from '../../../testing/people';
import { speak } from '../../../testing/speak';
import { TEST_ORIGIN } from '../../../testing/tab';
import { API_ORIGIN } from '../../core/api/api-address';
import type { LanguageCode } from '../../core/i18n/languages';
import { provideRealtime } from '../../core/realtime/provide-realtime';
import { WIRE } from '../../core/realtime/wire-token';
import { Session } from '../../core/session/session';
import { ReceiptBar } from './receipt-bar';

const LABELS: Readonly<Record<StreamName, string>> = { users: 'User', 'partner-places': 'Place', 'site-settings': 'Slot' };

function entry(namespace: StreamName, seq: number, kind: string, n: number): ActivityEntry {
  const subject = { id: anId(n), label: `${LABELS[namespace]} ${String(n)}` };
  return { namespace, seq, kind, actor: { kind: 'admin', id: anId(900), name: 'Lea Weber' }, subject, note: null, at: new Date().toISOString() };
}

const MISSED = [
  entry('users', 9, 'user.deleted', 3),
  entry('partner-places', 4, 'partner.approved', 11),
  entry('users', 8, 'user.banned', 1),
  entry('users', 7, 'user.registered', 4),
  entry('site-settings', 2, 'image.replaced', 21),
  entry('users', 6, 'user.renamed', 1),
];
const BEFORE = entry('users', 5, 'user.banned', 2);

describe('The receipt after an outage', () => {
  const wire = { current: new FakeWire() };
  let ahead = 0;

  beforeEach(() => {
    const now = Date.now.bind(Date);
    ahead = 0;
    spyOn(Date, 'now').and.callFake(() => now() + ahead);
  });
  afterEach(() => {
    TestBed.inject(Session).end(null);
    localStorage.removeItem('moien.language');
  });

  async function show(language: LanguageCode = 'en') {
    wire.current = new FakeWire();
    await speak(language, [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([]),
      { provide: API_ORIGIN, useValue: TEST_ORIGIN },
      { provide: WIRE, useFactory: () => wire.current },
      provideRealtime(),
    ]);
    const server = TestBed.inject(HttpTestingController);
    const request = (path: string) => eventually(() => server.match(({ url }) => url === `${TEST_ORIGIN}/api/v1${path}`)[0]);
    const signedIn = TestBed.inject(Session).signIn('lea.weber@moien.example', 'a password of hers');
    (await request('/auth/admin/login')).flush({ ok: true, user: anAdmin(), tokens: { accessToken: 't1', expiresIn: 900 } });
    await signedIn;
    const fixture = TestBed.createComponent(ReceiptBar);
    const greet = (heads: Readonly<Record<StreamName, number>>, log = 'log1') => {
      for (const [stream, head] of Object.entries(heads) as [StreamName, number][]) {
        wire.current.socket(`/${stream}`).accept();
        wire.current.socket(`/${stream}`).say('stream', { log, head, events: [] });
      }
    };
    greet({ users: 5, 'partner-places': 3, 'site-settings': 1 });
    /** Nothing is heard for so long; then the streams are found where they are by now. */
    const outage = (ms: number, heads: Readonly<Record<StreamName, number>>, log?: string) => {
      for (const stream of ['users', 'partner-places', 'site-settings'] as const) wire.current.socket(`/${stream}`).cut();
      ahead += ms;
      greet(heads, log);
    };
    const answer = async (data: readonly ActivityEntry[], nextCursor: string | null = null): Promise<string> => {
      (await request('/activity')).flush({ data, pagination: { limit: 200, nextCursor } });
      await eventually(() => {
        TestBed.tick();
        return element.querySelector('.receipt') !== null;
      });
      return find(element, '.receipt > p').textContent.replace(/\s+/gu, ' ').trim();
    };
    const element = fixture.nativeElement as HTMLElement;
    document.body.append(element);
    /** Opens the lines. */
    const open = async () => {
      find<HTMLButtonElement>(element, 'app-popover button', HTMLButtonElement).click();
      await fixture.whenStable();
      return (selector: string) => [...element.querySelectorAll(`[popover] ${selector}`)];
    };
    return { element, outage, answer, open, server };
  }
  const NOW = { users: 9, 'partner-places': 4, 'site-settings': 2 };

  it('says for how long, and what changed in the meantime, of whatever page', async () => {
    const { element, outage, answer, open } = await show();
    outage(230_000, NOW);
    expect(await answer([...MISSED, BEFORE])).toBe(
      'Offline for 4 minutes. 1 user registered, 1 user changed, 1 user deleted, 1 request decided and 1 image changed',
    );
    const opened = await open();
    expect(opened('bdi').map(({ textContent }) => textContent)).toEqual(['User 3', 'Place 11', 'User 1', 'User 4', 'Slot 21']);
    expect(await accessibilityFaults(element)).toEqual([]);
  });

  it('leads to each that is still there', async () => {
    const { outage, answer, open } = await show();
    outage(230_000, NOW);
    await answer(MISSED);
    const opened = await open();
    expect(opened('a').map((link) => link.getAttribute('href'))).toEqual([
      `/partner-places?request=${anId(11)}`,
      `/users?user=${anId(1)}`,
      `/users?user=${anId(4)}`,
      `/site-images?slot=${anId(21)}`,
    ]);
  });

  it('says so when more happened than the log lists', async () => {
    const { outage, answer } = await show();
    outage(60_000, NOW);
    expect(await answer(MISSED.slice(0, 2), 'more')).toContain('and more that the log does not list.');
  });

  it('says so when the log is another one', async () => {
    const { outage, answer } = await show();
    outage(60_000, NOW, 'log2');
    expect(await answer(MISSED)).toContain('The changes cannot be listed');
  });

  it('does not take entries of an older history, with the same numbers, for what was missed', async () => {
    const { outage, answer } = await show();
    outage(60_000, NOW);
    const older = entry('users', 8, 'user.banned', 77);
    expect(await answer([...MISSED.map((one) => ({ ...one, log: 'log1' })), { ...older, log: 'log0' }])).toContain('1 user changed, 1 user deleted');
  });

  it('goes when it is dismissed', async () => {
    const { element, outage, answer } = await show();
    outage(60_000, NOW);
    await answer(MISSED);
    find(element, '[title=Dismiss]').click();
    TestBed.tick();
    expect(element.querySelector('.receipt')).toBeNull();
  });

  it('is not written for a blink, nor when nothing was missed', async () => {
    const { outage, server } = await show();
    outage(2_000, NOW);
    outage(60_000, NOW);
    await Promise.resolve();
    expect(server.match(({ url }) => url.endsWith('/activity'))).toEqual([]);
  });

  it('is nobody else’s: it goes with the session', async () => {
    const { element, outage, answer } = await show();
    outage(60_000, NOW);
    await answer(MISSED);
    TestBed.inject(Session).end(null);
    TestBed.tick();
    expect(element.querySelector('.receipt')).toBeNull();
  });

  it('speaks Arabic', async () => {
    const { outage, answer } = await show('ar');
    outage(230_000, NOW);
    expect(await answer(MISSED)).toBe('مدة انقطاع الاتصال: ٤ دقائق. سُجّل مستخدم واحد وتغيّر مستخدم واحد وحُذف مستخدم واحد وبُتّ في طلب واحد وتغيّرت صورة واحدة');
  });
});
