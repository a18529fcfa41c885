import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { ActivityEntry } from '#contract/activity';
import type { Overview, SinceYouLeft } from '#contract/overview';
import type { PartnerRequestsSummary } from '#contract/partner-places';
import { formatPositionHeader, POSITION_HEADER } from '#contract/stream';
import { STREAMS, type StreamName } from '#contract/streams';
import { API_ORIGIN } from '../app/core/api/api-address';
import type { LanguageCode } from '../app/core/i18n/languages';
import { WIRE } from '../app/core/realtime/wire-token';
import { overviewRoutes } from '../app/features/overview/overview.routes';
import { eventually } from './eventually';
import { FakeWire } from './fake-socket';
import { find } from './find';
import { anId } from './people';
import { speak } from './speak';
import { refusal, TEST_ORIGIN } from './tab';

const LOG = 'log1';

/** Figures of ten users, eight of whom registered in the last days. */
export function anOverview(differences: Partial<Overview> = {}): Overview {
  return {
    users: { total: 10, banned: 1, emailVerified: 8, phoneVerified: 5, bothVerified: 4 },
    registrations: {
      days: [
        { day: '2026-02-01', total: 3 },
        { day: '2026-02-02', total: 5 },
      ],
      countries: [
        { countryCode: 'LU', countryName: 'Luxembourg', total: 5 },
        { countryCode: 'DE', countryName: 'Germany', total: 2 },
      ],
      otherCountries: 1,
    },
    at: '2026-02-02T12:00:00.000Z',
    timeZone: 'Europe/Luxembourg',
    ...differences,
  };
}

export function aQueue(differences: Partial<PartnerRequestsSummary> = {}): PartnerRequestsSummary {
  return {
    total: 6,
    byStatus: { pending: 3, needs_info: 1, approved: 2, rejected: 0 },
    waiting: { pending: { under24h: 1, under48h: 0, over48h: 2 }, needs_info: { under24h: 1, under48h: 0, over48h: 0 } },
    oldestPendingAt: '2026-01-30T12:00:00.000Z',
    at: '2026-02-02T12:00:00.000Z',
    ...differences,
  };
}

/** The entry of this number, later than those of lower ones. */
export function anEntry(seq: number, differences: Partial<ActivityEntry> = {}): ActivityEntry {
  return {
    namespace: 'users',
    seq,
    kind: 'user.renamed',
    actor: { kind: 'admin', id: anId(900), name: 'Lea Weber' },
    subject: { id: anId(seq), label: `User Number ${String(seq)}` },
    note: null,
    at: new Date(Date.UTC(2026, 1, 2) + seq * 1000).toISOString(),
    ...differences,
  };
}

interface OverviewOptions {
  readonly language?: LanguageCode;
  readonly url?: string;
  readonly overview?: Overview;
  readonly queue?: PartnerRequestsSummary;
  readonly entries?: readonly ActivityEntry[];
  readonly since?: SinceYouLeft['data'];
}

/** The overview as an admin sits before it, with a spec as the server behind it. */
export class OverviewDesk {
  readonly heads: Record<StreamName, number> = { users: 5, 'partner-places': 5, 'site-settings': 5 };
  private constructor(
    readonly harness: RouterTestingHarness,
    readonly server: HttpTestingController,
    private readonly wire: FakeWire,
  ) {}

  /** Opens the page and the connections; nothing has been answered yet. */
  static async open({ language = 'en', url = '/overview' }: OverviewOptions = {}): Promise<OverviewDesk> {
    const wire = new FakeWire();
    await speak(language, [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([{ path: 'overview', children: overviewRoutes }]),
      { provide: API_ORIGIN, useValue: TEST_ORIGIN },
      { provide: WIRE, useValue: wire },
    ]);
    const harness = await RouterTestingHarness.create();
    const desk = new OverviewDesk(harness, TestBed.inject(HttpTestingController), wire);
    Object.assign(desk.element.style, { display: 'block', inlineSize: '1200px' });
    TestBed.inject(Router).setUpLocationChangeListener();
    await harness.navigateByUrl(url);
    for (const stream of STREAMS) {
      const socket = wire.socket(`/${stream}`);
      socket.connect();
      socket.accept();
      desk.greet(stream);
    }
    return desk;
  }

  /** Opens the page with these figures and entries on it. */
  static async with(options: OverviewOptions = {}): Promise<OverviewDesk> {
    const desk = await OverviewDesk.open(options);
    const { overview = anOverview(), queue = aQueue(), entries = [anEntry(5)], since = null } = options;
    await Promise.all([
      desk.answer('/overview', overview),
      desk.answer('/partner-places/summary', queue),
      desk.answerActivity(entries),
      desk.answer('/overview/since-you-left', { data: since }),
    ]);
    for (const drawn of ['.numbers :is(app-user-tiles, app-empty-state)', 'app-queue-panel', 'app-activity-panel :is(li, app-empty-state)'])
      await eventually(() => desk.element.querySelector(drawn) !== null);
    desk.render();
    return desk;
  }

  get element(): HTMLElement {
    return this.harness.fixture.nativeElement as HTMLElement;
  }
  get url(): string {
    return TestBed.inject(Router).url;
  }
  /** Whom the activity tells of, from top to bottom. */
  get activity(): string[] {
    return [...this.element.querySelectorAll('[data-activity] bdi')].map(({ textContent }) => textContent);
  }

  one(selector: string): HTMLElement {
    return find(this.element, selector);
  }
  figure(tile: string): string {
    return this.one(`[data-tile=${tile}] strong`).textContent;
  }
  freshness(panel: 'overview' | 'activity'): string | undefined {
    return this.one(`[data-testid=freshness-${panel}]`).dataset['state'];
  }
  button(name: string | RegExp): HTMLButtonElement {
    const found = [...this.element.querySelectorAll('button')].find(({ ariaLabel, textContent }) => {
      const text = (ariaLabel ?? textContent).trim();
      return typeof name === 'string' ? text === name : name.test(text);
    });
    if (!found) throw new Error(`no button ${String(name)}`);
    return found;
  }
  /** Draws what is due. */
  render(): void {
    TestBed.tick();
  }

  /** Waits for a request to this path below `/api/v1`. */
  request(path: string): Promise<TestRequest> {
    return eventually(() => {
      let found = false;
      const [first] = this.server.match(({ url }) => !found && (found = url === `${TEST_ORIGIN}/api/v1${path}`));
      return first?.cancelled === false && first;
    });
  }
  /** Waits for a request, and answers it at the present positions. */
  async answer(path: string, body: object): Promise<TestRequest> {
    const request = await this.request(path);
    const header = STREAMS.map((stream) => formatPositionHeader(stream, { log: LOG, seq: this.heads[stream] })).join(', ');
    request.flush(body, { headers: { [POSITION_HEADER]: header } });
    return request;
  }
  answerActivity(data: readonly ActivityEntry[], nextCursor: string | null = null): Promise<TestRequest> {
    return this.answer('/activity', { data, pagination: { limit: 50, nextCursor }, recordBegins: '2026-01-15T12:00:00.000Z' });
  }
  async refuse(path: string): Promise<void> {
    (await this.request(path)).flush(refusal('INTERNAL'), { status: 500, statusText: '' });
  }

  /** The server tells everybody. */
  tell(stream: StreamName, event: string, payload: object): void {
    const seq = ++this.heads[stream];
    this.wire.socket(`/${stream}`).say('stream', { log: LOG, head: seq, events: [{ seq, event, payload, at: '2026-02-02T12:00:00.000Z' }] });
  }
  /** The network breaks, for every stream. */
  cut(): void {
    for (const stream of STREAMS) this.wire.socket(`/${stream}`).cut();
  }
  reconnect(): void {
    for (const stream of STREAMS) {
      this.wire.socket(`/${stream}`).accept();
      this.greet(stream);
    }
  }

  private greet(stream: StreamName): void {
    this.wire.socket(`/${stream}`).say('stream', { log: LOG, head: this.heads[stream], events: [] });
  }
}
