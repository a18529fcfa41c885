import { afterRenderEffect, Component, type ElementRef, input, viewChild } from '@angular/core';

/** A picture that is nowhere but in this browser yet. Drawn, it needs no address of its own. Decoration: what it is stands beside it. */
@Component({
  selector: 'app-local-picture',
  template: `<canvas #canvas [width]="picture().width" [height]="picture().height"></canvas>`,
  styles: `
    :host {
      display: grid;
    }

    canvas {
      inline-size: 100%;
      block-size: 100%;
      min-block-size: 0;
      object-fit: cover;
    }
  `,
  host: { 'aria-hidden': 'true' },
})
export class LocalPicture {
  readonly picture = input.required<ImageBitmap>();
  private readonly canvas = viewChild.required<ElementRef<HTMLCanvasElement>>('canvas');

  constructor() {
    afterRenderEffect(() => this.canvas().nativeElement.getContext('2d')?.drawImage(this.picture(), 0, 0));
  }
}
