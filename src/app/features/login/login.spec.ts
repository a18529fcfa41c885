import { TestBed } from '@angular/core/testing';
import type { ErrorBody } from '#contract/errors';
import { accessibilityFaults } from '../../../testing/axe';
import { eventually } from '../../../testing/eventually';
import { find } from '../../../testing/find';
import { speak } from '../../../testing/speak';
import { Tab } from '../../../testing/tab';
import { LANGUAGES } from '../../core/i18n/languages';
import { Session } from '../../core/session/session';
import { Login } from './login';

const PATH = '/auth/admin/login';

describe('The sign-in page', () => {
  let tab: Tab;

  afterEach(() => {
    tab.session.end(null);
    tab.close();
    localStorage.removeItem('moien.language');
  });

  async function show(language: (typeof LANGUAGES)[number] = 'en') {
    await speak(language, [{ provide: Session, useFactory: () => tab.session }]);
    tab = new Tab();
    const fixture = TestBed.createComponent(Login);
    await fixture.whenStable();
    const element = fixture.nativeElement as HTMLElement;
    const one = (selector: string) => find(element, selector);
    const email = find(element, '#email', HTMLInputElement);
    const password = find(element, '#password', HTMLInputElement);
    const submit = one('[type=submit]');
    const type = (field: HTMLInputElement, text: string) => {
      field.value = text;
      field.dispatchEvent(new Event('input'));
    };
    const handIn = async (address: string, secret: string) => {
      type(email, address);
      type(password, secret);
      submit.click();
      await fixture.whenStable();
    };
    return { fixture, element, email, password, submit, one, type, handIn, alert: () => one('form [role=alert]').textContent.trim() };
  }

  /** What the server says to too many tries. */
  const lockedOut = (seconds: number): [ErrorBody, object] => [
    { statusCode: 429, code: 'LOCKED_OUT', message: 'Too many attempts', requestId: 'r-1' },
    { status: 429, statusText: 'Too Many Requests', headers: { 'Retry-After': String(seconds) } },
  ];

  for (const language of LANGUAGES)
    it(`has no accessibility faults in ${language}, with all its complaints`, async () => {
      const page = await show(language);
      page.submit.click();
      await page.fixture.whenStable();
      expect(await accessibilityFaults(page.element)).toEqual([]);
    });

  for (const language of LANGUAGES)
    it(`says that a session of before cannot be resumed yet, and asks again on request, in ${language}`, async () => {
      localStorage.setItem('moien.signed-in', 'yes');
      await speak(language, [{ provide: Session, useFactory: () => tab.session }]);
      tab = new Tab();
      const restored = tab.session.restore();
      await tab.lose('/auth/admin/refresh');
      await restored;
      const fixture = TestBed.createComponent(Login);
      await fixture.whenStable();
      const element = fixture.nativeElement as HTMLElement;
      expect(element.querySelector('form')).toBeNull();
      expect(await accessibilityFaults(element)).toEqual([]);
      find(element, '.card > .button').click();
      await tab.grantRefresh('t1');
      await eventually(() => tab.session.status() === 'signed-in');
    });

  it('signs in with what was typed', async () => {
    const page = await show();
    await page.handIn(' Lea.Weber@moien.example ', 'correct horse');
    const { request } = await tab.refuse(PATH, 'INVALID_CREDENTIALS');
    expect(request.body).toEqual({ email: 'Lea.Weber@moien.example', password: 'correct horse' });
  });

  it('takes what a password manager filled in without a word', async () => {
    const page = await show();
    page.email.value = 'lea@moien.example';
    page.password.value = 'correct horse';
    page.submit.click();
    const { request } = await tab.refuse(PATH, 'INVALID_CREDENTIALS');
    expect(request.body).toEqual({ email: 'lea@moien.example', password: 'correct horse' });
  });

  it('asks the server nothing before both fields can be right, and says what is missing', async () => {
    const page = await show();
    await page.handIn('lea@', '');
    expect(page.one('#email-problem').textContent).toContain('Enter a complete email address');
    expect(page.one('#password-problem').textContent).toContain('Enter your password');
    expect(page.email.getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(page.email);
    tab.server.expectNone(() => true);
  });

  it('takes a complaint back as soon as it is met', async () => {
    const page = await show();
    await page.handIn('', 'secret');
    page.type(page.email, 'lea@moien.example');
    await page.fixture.whenStable();
    expect(page.one('#email-problem').textContent.trim()).toBe('');
  });

  it('says why it failed and loses nothing that was typed', async () => {
    const page = await show();
    await page.handIn('lea@moien.example', 'wrong');
    await tab.refuse(PATH, 'INVALID_CREDENTIALS');
    await eventually(() => page.alert() === 'Email or password is not correct.');
    expect([page.email.value, page.password.value]).toEqual(['lea@moien.example', 'wrong']);
    expect(page.submit.getAttribute('aria-disabled')).toBe('false');
  });

  it('quotes the request when the fault is the server’s', async () => {
    const page = await show();
    await page.handIn('lea@moien.example', 'secret');
    (await tab.request(PATH)).flush({ statusCode: 500, code: 'INTERNAL', message: '', requestId: 'r-77' } satisfies ErrorBody, { status: 500, statusText: '' });
    await eventually(() => page.alert().includes('r-77'));
    expect(page.alert()).toContain('Something went wrong on the server.');
  });

  it('sends one request, however often the button is pressed', async () => {
    const page = await show();
    await page.handIn('lea@moien.example', 'secret');
    page.submit.click();
    page.submit.click();
    expect(page.submit.textContent.trim()).toBe('Signing in…');
    await tab.refuse(PATH, 'INVALID_CREDENTIALS');
    await eventually(() => page.submit.textContent.trim() === 'Sign in');
    tab.server.expectNone(() => true);
  });

  it('counts a lockout down on the button and sends nothing meanwhile', async () => {
    const page = await show();
    await page.handIn('lea@moien.example', 'wrong');
    (await tab.request(PATH)).flush(...lockedOut(840));
    await eventually(() => page.submit.textContent.trim() === 'Try again in 14 minutes');
    expect(page.alert()).toBe('Too many failed attempts.');
    page.submit.click();
    tab.server.expectNone(() => true);
  });

  it('can be tried again when the lockout is over', async () => {
    const page = await show();
    await page.handIn('lea@moien.example', 'wrong');
    (await tab.request(PATH)).flush(...lockedOut(0));
    await eventually(() => page.submit.textContent.trim() === 'Sign in');
    expect(page.submit.getAttribute('aria-disabled')).toBe('false');
  });

  it('shows the password on request, and hides it again', async () => {
    const page = await show();
    const toggle = page.one('[aria-controls=password]');
    toggle.click();
    await page.fixture.whenStable();
    expect([page.password.type, toggle.getAttribute('aria-label')]).toEqual(['text', 'Hide password']);
    toggle.click();
    await page.fixture.whenStable();
    expect([page.password.type, toggle.getAttribute('aria-label')]).toEqual(['password', 'Show password']);
  });

  it('warns of Caps Lock, while the password is being typed', async () => {
    const page = await show();
    page.password.dispatchEvent(new KeyboardEvent('keydown', { key: 'A', modifierCapsLock: true }));
    await page.fixture.whenStable();
    expect(page.one('#caps-lock').textContent.trim()).toBe('Caps Lock is on.');
    page.password.dispatchEvent(new Event('blur'));
    await page.fixture.whenStable();
    expect(page.one('#caps-lock').textContent.trim()).toBe('');
  });

  it('says why the last session ended, with what the platform wrote', async () => {
    const page = await show();
    await tab.signIn('t1');
    tab.session.end({ why: 'banned', message: 'Fraud <b>suspected</b>' });
    await page.fixture.whenStable();
    const notice = page.one('.card > [role=alert]');
    expect(notice.textContent).toContain('This account has been banned.');
    expect(notice.querySelector('q')?.textContent).toBe('Fraud <b>suspected</b>');
    expect(notice.querySelector('b')).toBeNull();
  });
});
