import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideConstructedStyles } from './constructed-styles';

@Component({ selector: 'app-styled', template: 'styled', styles: ':host { color: rgb(1, 2, 3) }' })
class Styled {}

describe('A component’s styles', () => {
  const color = (element: HTMLElement) => getComputedStyle(element).color;

  it('hold without a style element, and go with the last that needs them', () => {
    const before = document.adoptedStyleSheets.length;
    const elements = document.querySelectorAll('style').length;
    TestBed.configureTestingModule({ providers: [provideConstructedStyles()] });
    // A test bed keeps only the last of them on the page.
    const [one, two] = [TestBed.createComponent(Styled), TestBed.createComponent(Styled)];
    expect(color(two.nativeElement as HTMLElement)).toBe('rgb(1, 2, 3)');
    expect(document.querySelectorAll('style').length).toBe(elements);
    expect(document.adoptedStyleSheets.length).toBe(before + 1);
    one.destroy();
    expect(color(two.nativeElement as HTMLElement)).toBe('rgb(1, 2, 3)');
    two.destroy();
    expect(document.adoptedStyleSheets.length).toBe(before);
  });
});
