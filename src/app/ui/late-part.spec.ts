import { Component, ErrorHandler, input, type Type } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { eventually } from '../../testing/eventually';
import { speak } from '../../testing/speak';
import { LatePart, type LoadPart } from './late-part';

@Component({ selector: 'app-spec-part', template: 'came for {{ name() }}' })
class Part {
  readonly name = input.required<string>();
}

@Component({
  selector: 'app-spec-page',
  imports: [LatePart],
  template: `<app-late-part [load]="load" [inputs]="{ name: name() }">to come</app-late-part>`,
})
class Page {
  readonly name = input('Ana');
  static outcome: LoadPart;
  protected readonly load = (): Promise<Type<unknown>> => Page.outcome();
}

describe('A part that comes late', () => {
  let report: jasmine.Spy;
  let page: ComponentFixture<Page>;
  const text = () => (page.nativeElement as HTMLElement).textContent.trim();
  const open = async (outcome: LoadPart): Promise<void> => {
    report = jasmine.createSpy('report');
    await speak('en', [{ provide: ErrorHandler, useValue: { handleError: report } }]);
    Page.outcome = outcome;
    page = TestBed.createComponent(Page);
    page.detectChanges();
  };
  const shows = (wanted: string) =>
    eventually(() => {
      page.detectChanges();
      return text().includes(wanted);
    });

  it('has something stand for it, and follows its inputs once it is there', async () => {
    await open(() => Promise.resolve(Part));
    expect(text()).toBe('to come');
    await shows('came for Ana');
    expect(text()).not.toContain('to come');
    page.componentRef.setInput('name', 'Eva');
    await shows('came for Eva');
  });

  it('says that it did not come, tells whoever takes errors, and comes when tried again', async () => {
    const failure = new TypeError('Failed to fetch dynamically imported module');
    await open(() => Promise.reject(failure));
    await shows('could not be loaded');
    expect(report).toHaveBeenCalledOnceWith(failure);
    Page.outcome = () => Promise.resolve(Part);
    (page.nativeElement as HTMLElement).querySelector('button')?.click();
    await shows('came for Ana');
    expect(text()).not.toContain('could not');
  });

  it('is not shown any more when the page went first', async () => {
    await open(() => Promise.resolve(Part));
    page.destroy();
    await Page.outcome();
    expect(text()).not.toContain('came for');
  });
});
