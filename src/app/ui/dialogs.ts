import type { Dialog, DialogConfig, DialogRef } from '@angular/cdk/dialog';
import { inject, Injector, Service, type Type } from '@angular/core';

/** As the CDK's dialogs have it; `fromTop` is where it stands, lest what is read moves when it grows. */
export type DialogOptions<TData, TResult, TComponent> = DialogConfig<TData, DialogRef<TResult, TComponent>> & { readonly fromTop?: string };

/** The one way to open a dialog. What all of them need is loaded with the first, so that pages come without it. */
@Service()
export class Dialogs {
  private readonly injector = inject(Injector);
  private dialog: Dialog | undefined;
  /** Counts how often all were dropped: what was on its way then is not to open any more. */
  private drops = 0;

  get areOpen(): boolean {
    return (this.dialog?.openDialogs.length ?? 0) > 0;
  }

  /**
   * @param load the component, and what its chunk has besides.
   * @returns undefined when the session ended before it could open. Rejects when a part does not come.
   */
  async open<TResult, TData, TComponent>(
    load: () => Promise<Type<TComponent>>,
    { fromTop, ...config }: DialogOptions<TData, TResult, TComponent> = {},
  ): Promise<DialogRef<TResult, TComponent> | undefined> {
    const { drops } = this;
    const [component, kit] = await Promise.all([load(), loadKit()]);
    if (drops !== this.drops) return undefined;
    this.dialog ??= this.injector.get(kit.Dialog);
    const positionStrategy = fromTop === undefined ? undefined : kit.createGlobalPositionStrategy(this.injector).top(fromTop).centerHorizontally();
    return this.dialog.open<TResult, TData, TComponent>(component, { ...config, ...(positionStrategy && { positionStrategy }) });
  }

  /** Fetches what dialogs need, for whoever is about to open one. */
  async prepare(): Promise<void> {
    await loadKit();
  }

  /** Takes every dialog off the page, also those that would rather be asked: what they show is not for whoever comes next. */
  dropAll(): void {
    this.drops++;
    for (const dialog of [...(this.dialog?.openDialogs ?? [])].reverse()) {
      dialog.config.closePredicate = () => true;
      dialog.close();
    }
  }
}

function loadKit(): Promise<typeof import('./dialogs-kit')> {
  return import('./dialogs-kit');
}
