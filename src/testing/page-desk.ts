import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, type Routes } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { AdminStaff } from '#contract/admin-staff';
import { ERROR_STATUS, type ErrorCode, type ErrorDetail } from '#contract/errors';
import { API_ORIGIN } from '../app/core/api/api-address';
import type { LanguageCode } from '../app/core/i18n/languages';
import { WIRE } from '../app/core/realtime/wire-token';
import { Session } from '../app/core/session/session';
import { ToastHost } from '../app/ui/toast-host';
import { eventually } from './eventually';
import { type FakeSocket, FakeWire } from './fake-socket';
import { find } from './find';
import { anAdmin } from './people';
import { speak } from './speak';
import { refusal, TEST_ORIGIN } from './tab';

export interface PageOptions {
  readonly language?: LanguageCode;
  /** The address it is opened with. */
  readonly url: string;
  readonly admin?: AdminStaff;
  /** Pixels the page has. */
  readonly width?: number;
}

/** A page behind sign-in as an admin sits before it, with a spec as the server behind it. */
export class PageDesk {
  private constructor(
    readonly harness: RouterTestingHarness,
    readonly server: HttpTestingController,
    /** `/notifications`, connected. */
    readonly socket: FakeSocket,
  ) {}

  /** Signs in and opens the page; what it asks for has not been answered yet. */
  static async open(routes: Routes, { language = 'en', url, admin = anAdmin(), width = 1200 }: PageOptions): Promise<PageDesk> {
    const wire = new FakeWire();
    await speak(language, [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([{ path: url.split(/[/?]/u)[1] ?? '', children: routes }]),
      { provide: API_ORIGIN, useValue: TEST_ORIGIN },
      { provide: WIRE, useValue: wire },
    ]);
    const harness = await RouterTestingHarness.create();
    const desk = new PageDesk(harness, TestBed.inject(HttpTestingController), wire.socket('/notifications'));
    const signedIn = TestBed.inject(Session).signIn(admin.email, 'a password of hers');
    (await desk.request('/auth/admin/login', 'POST')).flush({ ok: true, user: admin, tokens: { accessToken: 't1', expiresIn: 900 } });
    await signedIn;
    Object.assign(desk.element.style, { display: 'block', inlineSize: `${String(width)}px` });
    TestBed.inject(Router).setUpLocationChangeListener();
    await harness.navigateByUrl(url);
    desk.socket.connect();
    desk.socket.accept();
    // Messages appear in the shell. A test bed keeps one component in the document at a time.
    desk.element.append(TestBed.createComponent(ToastHost).nativeElement as HTMLElement);
    document.body.append(desk.element);
    return desk;
  }

  get element(): HTMLElement {
    return this.harness.fixture.nativeElement as HTMLElement;
  }
  get url(): string {
    return TestBed.inject(Router).url;
  }
  /** What the page says, white space aside. */
  get text(): string {
    return this.element.textContent.replace(/\s+/gu, ' ').trim();
  }
  get toasts(): string {
    return this.one('section[aria-live]').textContent.replace(/\s+/gu, ' ').trim();
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
    const isNamed = (text: string) => (typeof name === 'string' ? text.trim() === name : name.test(text.trim()));
    const found = [...within.querySelectorAll('button')].find(({ ariaLabel, textContent }) => isNamed(ariaLabel ?? textContent));
    if (!found) throw new Error(`no button ${String(name)}`);
    return found;
  }
  /** Waits for a dialog. */
  dialog(): Promise<HTMLElement> {
    return eventually(() => {
      this.render();
      return document.querySelector<HTMLElement>('[role=dialog], [role=alertdialog]') ?? undefined;
    });
  }
  /** Waits until no dialog is open. */
  async noDialog(): Promise<void> {
    await this.until(() => document.querySelector('[role=dialog], [role=alertdialog]') === null);
  }

  press(key: string, target: Element = document.body): void {
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    this.render();
  }

  async signOut(): Promise<void> {
    const signedOut = TestBed.inject(Session).signOut();
    (await this.request('/auth/admin/logout', 'POST')).flush({ ok: true });
    await signedOut;
    this.render();
  }

  /** Draws what is due. It waits for no answer: that is the spec's to give. */
  render(): void {
    TestBed.tick();
  }
  /** Draws until something is so. */
  async until(isSo: () => boolean): Promise<void> {
    await eventually(() => {
      this.render();
      return isSo();
    });
  }
  /** Waits until nothing fades in any more: measured half-way, it would be faint. */
  async still(): Promise<void> {
    this.render();
    const moving = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.all(moving.map(({ finished }) => finished));
  }

  /** Waits for a request to this path below `/api/v1`. */
  request(path: string, method = 'GET'): Promise<TestRequest> {
    return eventually(() => {
      let found = false;
      const [first] = this.server.match((request) => !found && (found = request.method === method && request.url === `${TEST_ORIGIN}/api/v1${path}`));
      return first?.cancelled === false && first;
    });
  }
  async answer(path: string, body: object, method = 'GET'): Promise<TestRequest> {
    const request = await this.request(path, method);
    request.flush(body);
    this.render();
    return request;
  }
  async refuse(path: string, code: ErrorCode, method = 'GET', details?: readonly ErrorDetail[]): Promise<TestRequest> {
    const request = await this.request(path, method);
    request.flush({ ...refusal(code), ...(details && { details }) }, { status: ERROR_STATUS[code], statusText: code });
    this.render();
    return request;
  }
}
