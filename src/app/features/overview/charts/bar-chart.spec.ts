import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { eventually } from '../../../../testing/eventually';
import { find } from '../../../../testing/find';
import { speak } from '../../../../testing/speak';
import { Language } from '../../../core/i18n/language';
import { Theme } from '../../../core/theme/theme';
import { BarChart } from './bar-chart';
import type { Bar } from './bar-option';

@Component({ imports: [BarChart], template: `<app-bar-chart style="inline-size: 300px; block-size: 200px" [bars]="bars()" />` })
class Host {
  readonly bars = signal<readonly Bar[]>([
    { label: '1 Feb', value: 9 },
    { label: '2 Feb', value: 1 },
  ]);
}

/** How much of each half of the canvas is painted in a colour, left and right. */
function painted(canvas: HTMLCanvasElement, [red, green, blue]: readonly number[]): [number, number] {
  const { width, height } = canvas;
  const data = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
  const halves: [number, number] = [0, 0];
  for (let pixel = 0; pixel < width * height; pixel++)
    if (data[pixel * 4] === red && data[pixel * 4 + 1] === green && data[pixel * 4 + 2] === blue) halves[pixel % width < width / 2 ? 0 : 1]++;
  return halves;
}
const CYAN = [0x00, 0xc2, 0xe8];
const BLUE = [0x00, 0x61, 0x90];

describe('A bar chart', () => {
  let canvas: HTMLCanvasElement;

  beforeEach(async () => {
    await speak('en');
    TestBed.inject(Theme).use('dark');
    const fixture = TestBed.createComponent(Host);
    const element = fixture.nativeElement as HTMLElement;
    TestBed.tick();
    canvas = await eventually(() => element.querySelector('canvas') ?? undefined);
  });
  afterEach(() => {
    localStorage.removeItem('moien.language');
    localStorage.removeItem('moien.theme');
  });

  it('is painted in the colours of the theme, and again when that changes', async () => {
    await eventually(() => painted(canvas, CYAN)[0] > 1000);
    TestBed.inject(Theme).use('light');
    TestBed.tick();
    await eventually(() => painted(canvas, BLUE)[0] > 1000);
    expect(painted(canvas, CYAN)).toEqual([0, 0]);
  });

  it('begins at the left in English, at the right in Arabic', async () => {
    await eventually(() => painted(canvas, CYAN)[0] > 1000);
    expect(painted(canvas, CYAN)[0]).toBeGreaterThan(painted(canvas, CYAN)[1]);
    await TestBed.inject(Language).use('ar');
    TestBed.tick();
    await eventually(() => painted(canvas, CYAN)[1] > painted(canvas, CYAN)[0] && painted(canvas, CYAN)[1] > 1000);
    expect(painted(canvas, CYAN)[1]).toBeGreaterThan(painted(canvas, CYAN)[0]);
  });

  it('grows and shrinks with its place, and leaves nothing there in the end', async () => {
    const place = find(document, 'app-bar-chart');
    place.style.inlineSize = '500px';
    await eventually(() => canvas.clientWidth === 500);
    TestBed.resetTestingModule();
    expect(place.childElementCount).toBe(0);
  });
});
