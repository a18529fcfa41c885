import { DestroyRef, DOCUMENT, inject, Service, signal } from '@angular/core';

/** Pixels of a rem where the reader has set nothing. */
const USUAL = 16;

/** How large the reader's text is. Style sheets say `rem`; this is for what is computed in pixels. */
@Service()
export class TextSize {
  private readonly current = signal(1);
  /** Times the usual size. Follows what is set in the browser while the page is open. */
  readonly scale = this.current.asReadonly();

  constructor() {
    const document = inject(DOCUMENT);
    const probe = document.createElement('i');
    Object.assign(probe.style, { position: 'fixed', visibility: 'hidden', inlineSize: '1rem' });
    document.body.append(probe);
    const measure = () => this.current.set(probe.getBoundingClientRect().width / USUAL || 1);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(probe);
    inject(DestroyRef).onDestroy(() => {
      observer.disconnect();
      probe.remove();
    });
  }
}
