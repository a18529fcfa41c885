import { ApplicationInitStatus, type EnvironmentProviders, type Provider } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { API_ORIGIN } from '../app/core/api/api-address';
import { Language } from '../app/core/i18n/language';
import type { LanguageCode } from '../app/core/i18n/languages';
import { PAGE_TEXTS } from '../app/core/i18n/page-texts';
import { provideI18n } from '../app/core/i18n/provide-i18n';
import { SHELL_TEXTS } from '../app/core/i18n/text-parts';
import { referenceServer } from './reference-server';
import { TEST_ORIGIN } from './test-origin';

/** Sets a test bed up with the real texts in a language, whatever the browser prefers or an earlier spec chose. */
export async function speak(code: LanguageCode, providers: (Provider | EnvironmentProviders)[] = []): Promise<void> {
  localStorage.setItem('moien.language', code);
  TestBed.configureTestingModule({ providers: [provideI18n(), referenceServer(), { provide: API_ORIGIN, useValue: TEST_ORIGIN }, ...providers] });
  await TestBed.inject(ApplicationInitStatus).donePromise;
  const language = TestBed.inject(Language);
  await language.use(code);
  await Promise.all([SHELL_TEXTS, ...Object.values(PAGE_TEXTS)].map((part) => language.need(part)));
}
