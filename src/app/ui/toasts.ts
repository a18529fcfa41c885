import { DestroyRef, inject, Service, signal } from '@angular/core';
import { UNDO_LATEST_MS, UNDO_MS } from '#contract/undo';
import type { Message, MessageKey } from '../core/i18n/translations';

/** How far an own action has come: on its way, accepted by the server, come back as a live event; or refused. */
export type ToastStep = 'sent' | 'saved' | 'seen' | 'failed';

/** Something that a message asks to be done. */
export interface ToastAction {
  readonly label: MessageKey;
  readonly run: () => void;
}

export interface Toast {
  readonly id: number;
  readonly message: Message;
  /** Absent in a plain notice. */
  readonly step?: ToastStep;
  /** No event tells of it: it is done once it is saved. */
  readonly isUnheard?: boolean;
  /** Takes the action back. Offered while the toast counts down. */
  readonly undo?: (() => void) | undefined;
  readonly action?: ToastAction;
  /** Seconds before it goes by itself; absent while it waits for the server, or to be read. */
  readonly left?: number;
  /** When Undo is no longer offered, however long the toast stands still: the mail about the action leaves soon after. On {@link now}. */
  readonly undoUntil?: number | undefined;
}

/** What an own action reports as it goes. Calls that come too late, or twice, change nothing. */
export interface ActionToast {
  /** The server has done it; from here on it can be undone. @param message what was done, where that is more than was said before. */
  saved(undo?: () => void, message?: Message): void;
  /** Its event came back over the live connection. */
  seen(): void;
  /** It was not done, and why. Stays until it is dismissed. */
  failed(why: Message): void;
  dismiss(): void;
}

const SECOND_MS = 1000;
const NOTICE_SECONDS = 5;

/** Milliseconds of a clock that cannot be set. */
const now = (): number => performance.now();
const isOver = ({ undoUntil }: Toast): boolean => undoUntil !== undefined && now() >= undoUntil;
const withoutUndo = (toast: Toast): Toast => ({ ...toast, undo: undefined, undoUntil: undefined });

/** Messages about one's own actions and about the page itself, at its foot. What others do is told by the lists themselves. */
@Service()
export class Toasts {
  private readonly toasts = signal<readonly Toast[]>([]);
  readonly shown = this.toasts.asReadonly();
  private timer: ReturnType<typeof setInterval> | undefined;
  private held = false;
  private made = 0;

  constructor() {
    inject(DestroyRef).onDestroy(() => clearInterval(this.timer));
  }

  /** Follows an own action. @param isUnheard that no event will tell of it. @param sentAt when it was sent, by `performance.now()`. */
  track(message: Message, { isUnheard = false, sentAt = now() } = {}): ActionToast {
    const id = this.add({ message, step: 'sent', isUnheard });
    return {
      saved: (undo, done) =>
        this.change(id, ['sent', 'seen'], ({ step }) => {
          const undoUntil = sentAt + UNDO_LATEST_MS;
          const seconds = Math.floor(Math.min(UNDO_MS, undoUntil - now()) / SECOND_MS);
          const offered = undo && seconds > 0 ? { undo, undoUntil, left: seconds } : { left: NOTICE_SECONDS };
          return { step: step === 'seen' ? 'seen' : 'saved', ...offered, ...(done && { message: done }) };
        }),
      // The event may overtake the answer.
      seen: () => this.change(id, ['sent', 'saved'], () => ({ step: 'seen' })),
      failed: (why) => this.change(id, ['sent', 'seen'], () => ({ step: 'failed', message: why })),
      dismiss: () => this.dismiss(id),
    };
  }

  /** Says something once. */
  say(message: Message): void {
    this.add({ message, left: NOTICE_SECONDS });
  }

  /** Asks for something until it is done or dismissed; for the same no more than once at a time. @param step `failed` for bad news. */
  offer(message: Message, action: ToastAction, step?: 'failed'): void {
    if (this.toasts().some((toast) => toast.message.key === message.key)) return;
    this.add({ message, action, ...(step && { step }) });
  }

  /** Takes away what was said about actions: whoever comes next is not to read it, let alone to undo it. */
  forget(): void {
    this.toasts.update((toasts) => toasts.filter(({ action }) => action));
    if (this.toasts().length === 0) this.rest();
  }

  dismiss(id: number): void {
    this.toasts.update((toasts) => toasts.filter((toast) => toast.id !== id));
    if (this.toasts().length === 0) this.rest();
  }

  undo(toast: Toast): void {
    this.dismiss(toast.id);
    toast.undo?.();
  }

  /** Time stands still while someone points at the toasts or has the focus in them; only Undo ends when it has to. */
  hold(held: boolean): void {
    this.held = held;
  }

  private add(toast: Omit<Toast, 'id'>): number {
    const id = ++this.made;
    this.toasts.update((toasts) => [...toasts, { ...toast, id }]);
    this.timer ??= setInterval(() => this.tick(), 1000);
    return id;
  }

  private change(id: number, from: readonly ToastStep[], patch: (toast: Toast) => Partial<Toast>): void {
    this.toasts.update((toasts) => toasts.map((toast) => (toast.id === id && toast.step && from.includes(toast.step) ? { ...toast, ...patch(toast) } : toast)));
  }

  private tick(): void {
    if (this.toasts().some(isOver)) this.toasts.update((toasts) => toasts.map((toast) => (isOver(toast) ? withoutUndo(toast) : toast)));
    if (this.held || this.toasts().every(({ left }) => left === undefined)) return;
    this.toasts.update((toasts) =>
      toasts.map((toast) => (toast.left === undefined ? toast : { ...toast, left: toast.left - 1 })).filter(({ left }) => left !== 0),
    );
    if (this.toasts().length === 0) this.rest();
  }

  private rest(): void {
    clearInterval(this.timer);
    this.timer = undefined;
    this.held = false;
  }
}
