import { Component, inject } from '@angular/core';
import { LocalNumber } from '../core/i18n/formats';
import { T } from '../core/i18n/texts';
import { mdiAlertCircleOutline, mdiCheck, mdiClose } from './entrance-icons';
import { Icon } from './icon';
import { Toasts, type Toast } from './toasts';

const STEPS = ['sent', 'saved', 'seen'] as const;

/** Where toasts appear: once, on every page. */
@Component({
  selector: 'app-toast-host',
  imports: [Icon, LocalNumber, T],
  templateUrl: './toast-host.html',
  styleUrl: './toast-host.scss',
  host: {
    '(pointerenter)': 'toasts.hold(true)',
    '(pointerleave)': 'toasts.hold(false)',
    '(focusin)': 'toasts.hold(true)',
    '(focusout)': 'toasts.hold(false)',
  },
})
export class ToastHost {
  protected readonly toasts = inject(Toasts);
  protected readonly icons = { alert: mdiAlertCircleOutline, check: mdiCheck, close: mdiClose };

  protected stepsOf({ isUnheard }: Toast): readonly (typeof STEPS)[number][] {
    return isUnheard ? STEPS.slice(0, 2) : STEPS;
  }

  protected reached(toast: Toast, step: (typeof STEPS)[number]): boolean {
    return toast.step !== undefined && toast.step !== 'failed' && STEPS.indexOf(step) <= STEPS.indexOf(toast.step);
  }
}
