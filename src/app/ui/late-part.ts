import {
  Component,
  type ComponentRef,
  DestroyRef,
  effect,
  ErrorHandler,
  inject,
  input,
  signal,
  type Type,
  untracked,
  viewChild,
  ViewContainerRef,
} from '@angular/core';
import { T } from '../core/i18n/texts';

/** Loads a part of a page; the same promise's outcome each time, once it has come. */
export type LoadPart = () => Promise<Type<unknown>>;

/**
 * A part of a page that is loaded when it is first shown, so that the page itself comes sooner. What it contains stands for it
 * meanwhile; when it does not come, it says so and tries again. (Angular's own means, `@defer` and `ngComponentOutlet`, would add some 2 kB to the sign-in page.)
 *
 * @example <app-late-part [load]="drawer" [inputs]="{ isOver: true }"><app-skeleton-rows /></app-late-part>
 */
@Component({
  selector: 'app-late-part',
  imports: [T],
  template: `
    <ng-container #place />
    @if (isMissing()) {
      <div role="alert">
        <p>{{ 'state.partMissing' | t }}</p>
        <button type="button" class="button" (click)="fetch()">{{ 'common.retry' | t }}</button>
      </div>
    } @else if (!part()) {
      <ng-content />
    }
  `,
  styles: `
    :host {
      display: grid;
    }

    [role='alert'] {
      display: grid;
      justify-items: center;
      gap: var(--s3);
      padding: var(--s5);
      align-self: center;
      text-align: center;
    }
  `,
})
export class LatePart {
  private readonly errors = inject(ErrorHandler);
  readonly load = input.required<LoadPart>();
  readonly inputs = input<Record<string, unknown>>({});

  private readonly place = viewChild.required('place', { read: ViewContainerRef });
  private isGone = false;
  protected readonly part = signal<ComponentRef<unknown> | undefined>(undefined);
  protected readonly isMissing = signal(false);

  constructor() {
    effect(() => {
      const load = this.load();
      untracked(() => void this.fetch(load));
    });
    effect(() => {
      for (const [name, value] of Object.entries(this.inputs())) this.part()?.setInput(name, value);
    });
    inject(DestroyRef).onDestroy(() => (this.isGone = true));
  }

  protected async fetch(load: LoadPart = this.load()): Promise<void> {
    this.isMissing.set(false);
    try {
      const part = await load();
      if (!this.isGone) this.part.set(this.place().createComponent(part));
    } catch (error) {
      this.isMissing.set(true);
      this.errors.handleError(error);
    }
  }
}
