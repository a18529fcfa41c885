import { Directionality } from '@angular/cdk/bidi';
import { Component, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { eventually } from '../../../testing/eventually';
import { speak } from '../../../testing/speak';
import { Language } from './language';
import { preferredLanguage } from './languages';
import { T, Texts } from './texts';

@Component({ imports: [T], template: `{{ 'login.title' | t }} / {{ 'freshness.invalidCount' | t: { count: 8 } }}` })
class Words {}

describe('The language', () => {
  beforeEach(() => speak('en'));
  afterEach(() => localStorage.removeItem('moien.language'));

  it('changes every text on the screen without a reload', async () => {
    const words = TestBed.createComponent(Words);
    await words.whenStable();
    const text = () => (words.nativeElement as HTMLElement).textContent;
    expect(text()).toBe('Sign in / 8 events left out, rows checked again');

    await TestBed.inject(Language).use('ar');
    await eventually(() => TestBed.inject(Language).code() === 'ar');
    await words.whenStable();
    expect(text()).toBe('تسجيل الدخول / استُبعدت ٨ أحداث وأُعيد فحص الصفوف');
  });

  it('turns the document and the overlays around', async () => {
    await TestBed.inject(Language).use('ar');
    await eventually(() => document.documentElement.lang === 'ar');
    expect(document.documentElement.dir).toBe('rtl');
    expect(TestBed.inject(Directionality).value).toBe('rtl');
  });

  it('is remembered', async () => {
    await TestBed.inject(Language).use('ar');
    expect(localStorage.getItem('moien.language')).toBe('ar');
  });

  it('follows another tab', async () => {
    TestBed.inject(Language);
    TestBed.tick();
    window.dispatchEvent(new StorageEvent('storage', { key: 'moien.language', newValue: 'ar' }));
    TestBed.tick();
    await eventually(() => document.documentElement.lang === 'ar');
    expect(TestBed.inject(Texts).get('login.title')).toBe('تسجيل الدخول');
  });

  it('ends as the last one chosen when somebody changes their mind quickly', async () => {
    const language = TestBed.inject(Language);
    await Promise.all([language.use('ar'), language.use('en')]);
    TestBed.tick();
    await Promise.resolve();
    expect(language.code()).toBe('en');
    expect(document.documentElement.dir).toBe('ltr');
  });
});

describe('A browser', () => {
  it('gets the first of its languages that we speak', () => {
    expect(preferredLanguage(['fr-LU', 'ar-EG', 'en'])).toBe('ar');
  });

  it('gets English when we speak none of them', () => {
    expect(preferredLanguage(['lb', 'de-LU'])).toBe('en');
    expect(preferredLanguage(['arn'])).toBe('en');
  });
});

describe('A text', () => {
  it('with an argument missing is shown as its key, and reported', async () => {
    await speak('en');
    const reported = spyOn(console, 'error');
    expect(TestBed.runInInjectionContext(() => inject(Texts).get('freshness.invalidCount'))).toBe('freshness.invalidCount');
    expect(reported).toHaveBeenCalled();
  });
});
