import { Component, effect, inject, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { ClientErrors, type Trouble } from './core/client-errors';
import { Session } from './core/session/session';
import { Updates } from './core/updates';
import { ToastHost } from './ui/toast-host';
import { Toasts } from './ui/toasts';

/** Shows messages on every page, and offers a reload where nothing else helps: after an unexpected error, and for a newer build. */
@Component({ selector: 'app-messages', imports: [ToastHost], template: `<app-toast-host />` })
export class Messages {
  private readonly toasts = inject(Toasts);
  private readonly updates = inject(Updates);
  private readonly reload = { label: 'reload.action', run: () => this.updates.reload() } as const;

  constructor() {
    effect(() => {
      if (this.updates.available()) untracked(() => this.offerUpdate());
    });
    inject(ClientErrors)
      .troubles$.pipe(takeUntilDestroyed())
      .subscribe((trouble) => void this.tell(trouble));
    inject(Session)
      .ended$.pipe(takeUntilDestroyed())
      .subscribe(() => this.toasts.forget());
    this.updates.watch();
  }

  /** After a deployment the parts of the old build are gone: then that is the reason, and no fault. */
  private async tell(trouble: Trouble): Promise<void> {
    if (trouble === 'notLoaded' && (await this.updates.check())) this.offerUpdate();
    else this.toasts.offer({ key: `reload.${trouble}` }, this.reload, 'failed');
  }

  private offerUpdate(): void {
    this.toasts.offer({ key: 'reload.update' }, this.reload);
  }
}
