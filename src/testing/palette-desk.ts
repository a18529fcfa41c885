import { Dialog } from '@angular/cdk/dialog';
import type { TestRequest } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { AdminStaffListed } from '#contract/admin-staff';
import type { PartnerRequest } from '#contract/partner-places';
import type { PublicUser } from '#contract/users';
import { ApiClient } from '../app/core/api/api-client';
import type { LanguageCode } from '../app/core/i18n/languages';
import { Session } from '../app/core/session/session';
import { ShellDialogs } from '../app/shell/shell-dialogs';
import { eventually } from './eventually';
import { find } from './find';
import { speak } from './speak';
import { Tab } from './tab';

@Component({ template: `<button type="button">before</button>` })
class Page {}

interface Answers {
  readonly users?: readonly PublicUser[];
  readonly places?: readonly PartnerRequest[];
  readonly staff?: readonly AdminStaffListed[];
}

/** The command palette, open over a page with a button that has the focus. */
export class PaletteDesk {
  readonly field: HTMLInputElement;

  private constructor(
    readonly tab: Tab,
    private readonly fixture: ComponentFixture<unknown>,
    readonly element: Element,
    readonly before: HTMLElement,
  ) {
    this.field = find(element, 'input', HTMLInputElement);
  }

  /** @param onPage what the page does before the palette is opened over it. */
  static async open({ language = 'en', onPage = () => undefined }: { language?: LanguageCode; onPage?: () => void } = {}): Promise<PaletteDesk> {
    await speak(language, [
      { provide: Session, useFactory: () => tab.session },
      { provide: ApiClient, useFactory: () => tab.get(ApiClient) },
      provideRouter([{ path: '**', component: Page }]),
    ]);
    const tab = new Tab();
    await tab.signIn('t1');
    const { fixture } = await RouterTestingHarness.create('/staff');
    const before = find(fixture.nativeElement as HTMLElement, 'button');
    before.focus();
    onPage();
    await TestBed.inject(ShellDialogs).openPalette();
    const desk = new PaletteDesk(tab, fixture, await eventually(() => document.querySelector('app-palette') ?? undefined), before);
    await eventually(() => document.activeElement === desk.field);
    return desk;
  }

  readonly settled = (): Promise<unknown> => this.fixture.whenStable();

  readonly type = async (text: string): Promise<void> => {
    this.field.value = text;
    this.field.dispatchEvent(new Event('input'));
    await this.settled();
  };

  readonly press = async (key: string, init: KeyboardEventInit = {}): Promise<void> => {
    this.field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }));
    await this.settled();
  };

  readonly options = (): string[] => [...this.element.querySelectorAll('[role=option]')].map((option) => option.textContent.trim());

  /** What Enter would do. */
  readonly active = (): string | undefined => document.getElementById(this.field.getAttribute('aria-activedescendant') ?? '')?.textContent.trim();

  readonly status = (): string => find(this.element, '[role=status]').textContent.trim();

  answerUsers(...users: PublicUser[]): Promise<TestRequest> {
    return this.tab.answer('/users', pageOf(users));
  }

  answerPlaces(...places: PartnerRequest[]): Promise<TestRequest> {
    return this.tab.answer('/partner-places/requests', pageOf(places));
  }

  /** Answers all that is asked for the first text; places and staff are asked for once. */
  async answerAll({ users = [], places = [], staff = [] }: Answers = {}): Promise<TestRequest> {
    const request = await this.answerUsers(...users);
    await this.answerPlaces(...places);
    await this.tab.answer('/admin-staff', { ok: true, data: staff });
    return request;
  }

  close(): void {
    TestBed.inject(Dialog).closeAll();
    this.tab.session.end(null);
    this.tab.close();
    localStorage.removeItem('moien.language');
    localStorage.removeItem('moien.theme');
    document.documentElement.removeAttribute('data-theme');
  }
}

function pageOf(data: readonly unknown[]): object {
  return { ok: true, data, pagination: { limit: 100, total: data.length, totalRelation: 'eq', nextCursor: null } };
}
