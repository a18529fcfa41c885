import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { ActivityEntry } from '#contract/activity';
import { ERROR_STATUS, type ErrorCode } from '#contract/errors';
import { formatPositionHeader, POSITION_HEADER } from '#contract/stream';
import type { PublicUser } from '#contract/users';
import { API_ORIGIN } from '../app/core/api/api-address';
import type { LanguageCode } from '../app/core/i18n/languages';
import { WIRE } from '../app/core/realtime/wire-token';
import { Session } from '../app/core/session/session';
import { usersRoutes } from '../app/features/users/users.routes';
import { ToastHost } from '../app/ui/toast-host';
import { eventually } from './eventually';
import { type FakeSocket, FakeWire } from './fake-socket';
import { find } from './find';
import { anAdmin, anId, aUser } from './people';
import { speak } from './speak';
import { refusal, TEST_ORIGIN } from './tab';

const LOG = 'log1';

export interface DeskOptions {
  readonly language?: LanguageCode;
  /** The address it is opened with. */
  readonly url?: string;
  /** Pixels the page has. */
  readonly width?: number;
  readonly height?: number;
}

/** @returns so many users, the newest first. */
export function users(count: number, differences: (n: number) => Partial<PublicUser> = () => ({})): PublicUser[] {
  return Array.from({ length: count }, (_, index) => {
    const n = index + 1;
    const createdAt = new Date(Date.UTC(2026, 1, 1) - n * 60_000).toISOString();
    return aUser({ id: anId(n), fullName: `User Number ${String(n)}`, email: `user.${String(n)}@example.com`, createdAt, ...differences(n) });
  });
}

/** The users page as an admin sits before it: in a browser of its own, with a spec as the server behind it. */
export class UsersDesk {
  /** The number of the last event the server gave out. */
  seq = 5;
  private constructor(
    readonly harness: RouterTestingHarness,
    readonly server: HttpTestingController,
    readonly socket: FakeSocket,
  ) {}

  /** Opens the page and the connection; nothing has been answered yet. */
  static async open({ language = 'en', url = '/users', width = 1200, height = 640 }: DeskOptions = {}): Promise<UsersDesk> {
    const wire = new FakeWire();
    await speak(language, [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([{ path: 'users', children: usersRoutes }]),
      { provide: API_ORIGIN, useValue: TEST_ORIGIN },
      { provide: WIRE, useValue: wire },
    ]);
    const harness = await RouterTestingHarness.create();
    const element = harness.fixture.nativeElement as HTMLElement;
    Object.assign(element.style, { display: 'block', inlineSize: `${String(width)}px`, blockSize: `${String(height)}px`, overflow: 'hidden' });
    const desk = new UsersDesk(harness, TestBed.inject(HttpTestingController), wire.socket('/users'));
    TestBed.inject(Router).setUpLocationChangeListener();
    await harness.navigateByUrl(url);
    desk.socket.connect();
    desk.socket.accept();
    desk.greet();
    // Messages appear in the shell. A test bed keeps one component in the document at a time.
    element.append(TestBed.createComponent(ToastHost).nativeElement as HTMLElement);
    document.body.append(element);
    return desk;
  }

  /** Opens the page with these users on it. */
  static async with(rows: readonly PublicUser[], options: DeskOptions & { readonly next?: string; readonly total?: number } = {}): Promise<UsersDesk> {
    const desk = await UsersDesk.open(options);
    await desk.answerList(rows, options);
    await desk.drawn();
    return desk;
  }

  get element(): HTMLElement {
    return this.harness.fixture.nativeElement as HTMLElement;
  }
  get url(): string {
    return TestBed.inject(Router).url;
  }
  /** The users on the screen, by name, from top to bottom. */
  get names(): string[] {
    return [...this.element.querySelectorAll('[data-id] strong')].map(({ textContent }) => textContent);
  }

  one(selector: string): HTMLElement;
  one<T extends Element>(selector: string, type: new () => T): T;
  one(selector: string, type: new () => Element = HTMLElement): Element {
    return find(this.element, selector, type);
  }
  row(id: string): HTMLElement {
    return this.one(`[data-id="${id}"]`);
  }
  button(name: string | RegExp, within: ParentNode = document): HTMLButtonElement {
    const found = [...within.querySelectorAll('button')].find(({ ariaLabel, textContent }) => matches(ariaLabel ?? textContent, name));
    if (!found) throw new Error(`no button ${String(name)}`);
    return found;
  }
  /** Waits for a dialog. */
  dialog(): Promise<HTMLElement> {
    return eventually(() => document.querySelector<HTMLElement>('[role=dialog], [role=alertdialog]') ?? undefined);
  }

  /** Chooses from a row's menu. */
  async choose(id: string, item: string): Promise<void> {
    this.button(/^Actions for/u, this.row(id)).click();
    const menu = await eventually(() => document.querySelector('[role=menu]') ?? undefined);
    this.button(item, menu).click();
    this.render();
  }

  press(key: string, target: Element = document.activeElement ?? document.body, more: KeyboardEventInit = {}): void {
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
  }

  /** Draws what is due. It waits for no answer: that is the spec's to give. */
  render(): void {
    TestBed.tick();
  }

  /** Waits until the list is drawn whole: it is drawn over some frames at first. */
  async drawn(): Promise<void> {
    await eventually(() => {
      this.render();
      return this.element.querySelector('[role=grid][aria-busy=true]') === null;
    });
  }

  /** Waits until nothing fades in any more: measured half-way, it would be faint. */
  async still(): Promise<void> {
    this.render();
    const moving = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.all(moving.map(({ finished }) => finished));
  }

  /** Signs somebody in. */
  async signIn(): Promise<void> {
    const signedIn = TestBed.inject(Session).signIn('lea.weber@moien.example', 'a password of hers');
    (await this.request('/auth/admin/login', 'POST')).flush({ ok: true, user: anAdmin(), tokens: { accessToken: 't1', expiresIn: 900 } });
    await signedIn;
  }

  /** Waits for a request to this path below `/api/v1`. */
  request(path: string, method = 'GET'): Promise<TestRequest> {
    return eventually(() => {
      let found = false;
      const [first] = this.server.match((request) => !found && (found = request.method === method && request.url === `${TEST_ORIGIN}/api/v1${path}`));
      return first?.cancelled === false && first;
    });
  }

  /** Answers the next request for a page, at the present position. */
  async answerList(rows: readonly PublicUser[], { next, total = rows.length }: { next?: string; total?: number } = {}): Promise<TestRequest> {
    const request = await this.request('/users');
    request.flush({ data: rows, pagination: { limit: 100, total, totalRelation: 'eq', nextCursor: next ?? null } }, this.positioned());
    await eventually(() => this.element.querySelector('[role=grid], app-empty-state') !== null);
    return request;
  }

  /** Answers what the details of a user ask for. */
  async answerDetails(
    user: PublicUser,
    { banReason = null, history = [], nextCursor = null }: { banReason?: string | null; history?: readonly ActivityEntry[]; nextCursor?: string | null } = {},
  ): Promise<void> {
    (await this.request(`/users/${user.id}`)).flush({ data: { ...user, banReason, updatedAt: user.createdAt } });
    (await this.request('/activity')).flush({ data: history, pagination: { limit: 20, nextCursor }, recordBegins: '2026-01-15T12:00:00.000Z' });
    this.render();
  }

  /** Answers a change, whose event is the next one. */
  async answerChange(path: string, method: string, body: object): Promise<TestRequest> {
    const request = await this.request(path, method);
    this.seq++;
    request.flush(body, this.positioned());
    this.render();
    return request;
  }

  async refuse(path: string, method: string, code: ErrorCode): Promise<TestRequest> {
    const request = await this.request(path, method);
    request.flush(refusal(code), { status: ERROR_STATUS[code], statusText: code });
    this.render();
    return request;
  }

  /** The server tells everybody; `seq` is the event's number. */
  tell(event: 'users.created' | 'users.updated' | 'users.deleted', payload: object, seq = ++this.seq): void {
    this.socket.say('stream', { log: LOG, head: seq, events: [{ seq, event, payload, at: '2026-02-01T12:00:00.000Z' }] });
  }

  private greet(): void {
    this.socket.say('stream', { log: LOG, head: this.seq, events: [] });
  }

  private positioned(): { headers: Record<string, string> } {
    return { headers: { [POSITION_HEADER]: formatPositionHeader('users', { log: LOG, seq: this.seq }) } };
  }
}

function matches(text: string, name: string | RegExp): boolean {
  return typeof name === 'string' ? text.trim() === name : name.test(text.trim());
}
