import { Location } from '@angular/common';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { eventually } from '../../../testing/eventually';
import { anAdmin, anId } from '../../../testing/people';
import { Tab } from '../../../testing/tab';
import { signedIn, signedOut } from './guards';
import { Session } from './session';
import { routeSession } from './session-routing';

@Component({ selector: 'app-page', template: '<p data-id="row-1" tabindex="-1">page</p>' })
class Page {}
@Component({ selector: 'app-login', template: 'sign in' })
class Login {}

describe('The session leads', () => {
  let tab: Tab;
  let router: Router;
  let location: Location;

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [
        { provide: Session, useFactory: () => tab.session },
        provideRouter([
          { path: 'login', canActivate: [signedOut], component: Login },
          {
            path: '',
            canMatch: [signedIn],
            children: [
              { path: '', pathMatch: 'full', redirectTo: 'users' },
              { path: 'users', component: Page },
              { path: 'staff', component: Page },
            ],
          },
        ]),
      ],
    });
    tab = new Tab();
    router = TestBed.inject(Router);
    location = TestBed.inject(Location);
    TestBed.runInInjectionContext(routeSession);
    await RouterTestingHarness.create();
    router.initialNavigation();
    await at('/login');
  });
  afterEach(() => {
    tab.session.end(null);
    tab.close();
  });

  const at = (url: string) => eventually(() => router.url === url);

  it('who is not signed in to the sign-in page, and from there to where they wanted to go', async () => {
    await router.navigateByUrl('/staff?status=active');
    expect(router.url).toBe('/login?next=%2Fstaff%3Fstatus%3Dactive');
    await tab.signIn('t1');
    expect(await at('/staff?status=active')).toBeTrue();
  });

  it('nobody out of the app', async () => {
    await router.navigateByUrl('/login?next=%2F%2Fevil.example%2Fusers');
    await tab.signIn('t1');
    expect(await at('/users')).toBeTrue();
  });

  it('who is signed in past the sign-in page', async () => {
    await tab.signIn('t1');
    await at('/users');
    await router.navigateByUrl('/login?next=%2Fstaff');
    expect(router.url).toBe('/staff');
  });

  it('to the sign-in page when it ends, and Back does not return', async () => {
    await tab.signIn('t1');
    await router.navigateByUrl('/staff');
    await router.navigateByUrl('/users');
    tab.session.end({ why: 'banned', message: '' });
    expect(await at('/login')).toBeTrue();
    expect(location.path()).toBe('/login');
    location.back();
    expect(await at('/login?next=%2Fstaff'))
      .withContext('after Back')
      .toBeTrue();
  });

  for (const why of ['expired', 'revoked'] as const)
    it(`back to the page and the row that were open when it ended (${why}), the same admin only`, async () => {
      await tab.signIn('t1');
      await router.navigateByUrl('/staff?sort=name');
      document.querySelector<HTMLElement>('[data-id]')?.focus();
      tab.session.end({ why, message: '' });
      expect(await at('/login')).toBeTrue();
      await tab.signIn('t2');
      expect(await at('/staff?sort=name')).toBeTrue();
      expect(await eventually(() => document.activeElement?.getAttribute('data-id') === 'row-1')).toBeTrue();
    });

  it('somebody else who signs in on the tab to the start, and tells them nothing of where it ended', async () => {
    await tab.signIn('t1');
    await router.navigateByUrl('/staff?sort=name');
    tab.session.end({ why: 'expired', message: '' });
    await at('/login');
    await tab.signIn('t2', anAdmin({ id: anId(901) }));
    expect(await at('/users')).toBeTrue();
    expect(sessionStorage.getItem('moien.left-off')).toBeNull();
  });

  it('asks the server when a page comes back out of the back/forward cache', async () => {
    await tab.signIn('t1');
    globalThis.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await tab.refuse('/auth/admin/refresh', 'SESSION_REVOKED');
    expect(await eventually(() => tab.session.ended()?.why === 'revoked')).toBeTrue();
  });
});
