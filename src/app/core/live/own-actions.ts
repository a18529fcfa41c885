import { DestroyRef, inject, signal } from '@angular/core';
import type { LocalResult } from '@moien/live/engine';
import { firstValueFrom, type Observable } from 'rxjs';
import { type ApiError, toApiError } from '../api/api-error';
import { ErrorTexts } from '../i18n/error-texts';
import type { Message } from '../i18n/translations';

/** A change on its way to the server. */
export interface OwnAction<TRow> {
  /** Of the row that is busy meanwhile. */
  readonly id: string;
  /** What will have been done. Read again once it is done: only then may all of it be known. */
  readonly done: Message;
  /** That it was not done. @param why in words. */
  readonly failed: (why: string) => Message;
  readonly send: () => Observable<LocalResult<TRow>>;
  /** Takes it back; absent where nothing can. Read once it is done: only then may it be known. */
  readonly undo?: (() => void) | undefined;
}

/**
 * An action that takes another back. Where the mail about that could not be stopped, it says so.
 *
 * @param build makes the action; `noted` is to be told the server's answer.
 */
export function takingBack<TRow>(
  late: Message,
  build: (noted: (answer: { readonly mailTakenBack?: boolean | undefined }) => void) => OwnAction<TRow>,
): OwnAction<TRow> {
  let isLate = false;
  const action = build(({ mailTakenBack }) => (isLate = mailTakenBack === false));
  return {
    ...action,
    get done() {
      return isLate ? late : action.done;
    },
  };
}

/** Who tells an admin how their own action goes; `ui/toasts` does. */
export interface ActionReports {
  /** @param options when it was sent, by `performance.now()`, where that was before. */
  track(
    done: Message,
    options?: { readonly sentAt: number },
  ): {
    /** @param done what was done, where that is more than was said before. */
    saved(undo?: () => void, done?: Message): void;
    seen(): void;
    failed(why: Message): void;
  };
}

/** The rows that actions are about; a `LiveStore` is one. */
export interface ActedOn<TRow> {
  applyLocalResult(answer: LocalResult<TRow>, seen: () => void): void;
  check(): void;
}

/**
 * What an admin does to the rows of a page: the row is busy at once, then shows the server's answer, and its echo changes nothing more.
 * To be made in an injection context, and lives as long as that.
 */
export class OwnActions<TRow> {
  private readonly errorTexts = inject(ErrorTexts);
  private readonly underWay = signal<ReadonlySet<string>>(new Set());
  private isPageLeft = false;

  /** The ids of rows whose change the server has not answered yet. */
  readonly busy = this.underWay.asReadonly();

  constructor(
    private readonly rows: ActedOn<TRow>,
    private readonly reports: ActionReports,
  ) {
    inject(DestroyRef).onDestroy(() => (this.isPageLeft = true));
  }

  /** Tells how it goes from the moment it is sent, and why it was not done. Never throws. @returns that reason; null when it was done. */
  async follow(action: OwnAction<TRow>): Promise<ApiError | null> {
    const report = this.reports.track(action.done);
    try {
      await this.perform(action, () => report);
      return null;
    } catch (error) {
      const why = toApiError(error);
      report.failed(action.failed(this.errorTexts.get(why)));
      return why;
    }
  }

  /**
   * Tells how it goes once the server has done it: until then whoever asked, say a dialog, still holds what was typed.
   *
   * @throws ApiError when it was not done.
   */
  async commit(action: OwnAction<TRow>): Promise<void> {
    await this.perform(action, (sentAt) => this.reports.track(action.done, { sentAt }));
  }

  /** Holds a row busy while something is done that no {@link OwnAction} says. */
  async hold<T>(id: string, work: () => Promise<T>): Promise<T> {
    this.mark(id, true);
    try {
      return await work();
    } finally {
      this.mark(id, false);
    }
  }

  private perform(action: OwnAction<TRow>, report: (sentAt: number) => ReturnType<ActionReports['track']>): Promise<void> {
    return this.hold(action.id, async () => {
      const sentAt = performance.now();
      try {
        const answer = await firstValueFrom(action.send());
        const told = report(sentAt);
        told.saved(action.undo, action.done);
        if (!this.isPageLeft) this.rows.applyLocalResult(answer, () => told.seen());
      } catch (error) {
        const failure = toApiError(error);
        // Somebody else was faster: what they did is not on the screen yet.
        if (!this.isPageLeft && (failure.status === 404 || failure.status === 409)) this.rows.check();
        throw failure;
      }
    });
  }

  private mark(id: string, isBusy: boolean): void {
    this.underWay.update((ids) => {
      const next = new Set(ids);
      if (isBusy) next.add(id);
      else next.delete(id);
      return next;
    });
  }
}
