import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { eventually } from '../../testing/eventually';
import { Updates } from './updates';

const RUNNING = '<link rel="stylesheet" href="styles-AAAAAAAA.css"><script src="main-AAAAAAAA.js"></script>';
const NEWER = RUNNING.replace('main-AAAAAAAA', 'main-BBBBBBBB');
const INTERVAL_MS = 15 * 60_000;

describe('A newer build', () => {
  let server: HttpTestingController;
  let updates: Updates;
  let visible: boolean;
  const marks: HTMLElement[] = [];

  beforeEach(() => {
    // Neither is loaded: a link without a relation, a script of no type that runs.
    for (const [tag, attributes] of [
      ['link', { href: 'styles-AAAAAAAA.css' }],
      ['script', { type: 'text/plain', src: 'main-AAAAAAAA.js' }],
    ] as const) {
      const mark = Object.assign(document.createElement(tag), attributes);
      marks.push(mark);
      document.head.append(mark);
    }
    visible = true;
    spyOnProperty(document, 'visibilityState').and.callFake(() => (visible ? 'visible' : 'hidden'));
    jasmine.clock().install().mockDate();
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    server = TestBed.inject(HttpTestingController);
    updates = TestBed.inject(Updates);
  });
  afterEach(() => {
    jasmine.clock().uninstall();
    for (const mark of marks.splice(0)) mark.remove();
  });

  async function checked(page: string): Promise<boolean> {
    const check = updates.check();
    server.expectOne('/').flush(page);
    return check;
  }
  const watch = () => TestBed.runInInjectionContext(() => updates.watch());
  const comeBack = () => document.dispatchEvent(new Event('visibilitychange'));

  it('is noticed by what its page begins with', async () => {
    expect(await checked(NEWER)).toBeTrue();
    expect(updates.available()).toBeTrue();
  });

  it('is noticed also when only its looks differ', async () => {
    expect(await checked(RUNNING.replace('styles-AAAAAAAA', 'styles-CCCCCCCC'))).toBeTrue();
  });

  it('is not seen in the running one, whatever else differs in its page', async () => {
    expect(await checked(`<meta name="csp-nonce" content="another"> ${RUNNING}`)).toBeFalse();
    expect(updates.available()).toBeFalse();
  });

  it('is not seen in a page that is not ours, or in no answer', async () => {
    expect(await checked('<h1>Sign in to the network</h1>')).toBeFalse();
    const check = updates.check();
    server.expectOne('/').error(new ProgressEvent('error'));
    expect(await check).toBeFalse();
  });

  it('is asked for past every cache', () => {
    void updates.check();
    expect(server.expectOne('/').request.cache).toBe('no-store');
  });

  it('is looked for now and then while somebody looks, and not behind their back', () => {
    watch();
    server.expectNone('/');
    visible = false;
    jasmine.clock().tick(INTERVAL_MS);
    server.expectNone('/');
    visible = true;
    jasmine.clock().tick(INTERVAL_MS);
    expect(server.match('/').length).toBe(1);
  });

  it('is looked for when somebody comes back, though not each time', async () => {
    const check = spyOn(updates, 'check').and.callThrough();
    watch();
    comeBack();
    server.expectOne('/').flush(RUNNING);
    await check.calls.mostRecent().returnValue;
    comeBack();
    comeBack();
    server.expectNone('/');
    jasmine.clock().tick(5 * 60_000);
    comeBack();
    expect(server.match('/').length).toBe(1);
  });

  it('is not looked for any more once it is known', async () => {
    watch();
    comeBack();
    server.expectOne('/').flush(NEWER);
    await eventually(() => updates.available());
    jasmine.clock().tick(10 * INTERVAL_MS);
    comeBack();
    server.expectNone('/');
    expect(updates.available()).toBeTrue();
  });
});
