import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { afterRenderEffect, Component, computed, DestroyRef, type ElementRef, inject, linkedSignal, signal, viewChild } from '@angular/core';
import { UNDO_LATEST_MS, UNDO_MS } from '#contract/undo';
import type { PublicUser } from '#contract/users';
import { LocalNumber } from '../../../core/i18n/formats';
import { T } from '../../../core/i18n/texts';
import { BulkResult } from './bulk-result';
import type { BulkRun, Outcome } from './bulk-run';

/** What the dialog runs, and what may follow. */
export interface BulkJobs {
  readonly first: BulkRun;
  /** The same to others, or to the same once more. */
  readonly again: (users: readonly PublicUser[]) => BulkRun;
  /** Takes back what a run did. */
  readonly undo: (run: BulkRun) => BulkRun;
}

/** The list of what was done shows no more than the last of them; whatever else happened it shows in full. */
const DONE_SHOWN = 50;
const SECOND_MS = 1000;

/** How a bulk action goes: each user's outcome as it comes, and afterwards what can be done about the rest. */
@Component({
  selector: 'app-bulk-dialog',
  imports: [BulkResult, LocalNumber, T],
  templateUrl: './bulk-dialog.html',
  styleUrl: './bulk-dialog.scss',
})
export class BulkDialog {
  private readonly jobs = inject<BulkJobs>(DIALOG_DATA);
  protected readonly dialog = inject<DialogRef<unknown, BulkDialog>>(DialogRef);

  protected readonly run = signal(this.jobs.first);
  /** Taking back is not taken back. */
  private readonly isUndo = signal(false);
  protected readonly results = computed(() => this.run().results());
  private readonly closing = viewChild<ElementRef<HTMLElement>>('closing');
  /** How it ended; null while it has not. */
  protected readonly end = computed(() => {
    const state = this.run().state();
    return state === 'running' ? null : state;
  });
  protected readonly isRunning = computed(() => this.end() === null);
  protected readonly counts = computed(() => {
    const of = (...kinds: Outcome['kind'][]) => this.results().filter(({ outcome }) => kinds.includes(outcome.kind)).length;
    return { done: of('done'), skipped: of('same', 'changed', 'gone'), failed: of('failed') };
  });
  protected readonly shown = computed(() => {
    const hidden = this.counts().done - DONE_SHOWN;
    let passed = 0;
    return this.results()
      .filter(({ outcome }) => outcome.kind !== 'done' || ++passed > hidden)
      .reverse();
  });
  protected readonly failed = computed(() => [
    ...this.results().flatMap(({ user, outcome }) => (outcome.kind === 'failed' ? [user] : [])),
    ...this.run().untouched(),
  ]);
  protected readonly changed = computed(() => this.results().flatMap(({ outcome }) => (outcome.kind === 'changed' ? [outcome.now] : [])));
  /** By `performance.now()`: a clock that cannot be set. */
  private readonly now = signal(performance.now());
  private readonly beganAt = signal(performance.now());
  private readonly endedAt = linkedSignal(() => (this.end() ? performance.now() : Infinity));
  /** Seconds for which taking back is still offered. */
  protected readonly undoLeft = computed(() => Math.ceil(Math.min(UNDO_MS, this.endedAt() + UNDO_MS - this.now()) / SECOND_MS));
  protected readonly canUndo = computed(() => !this.isUndo() && this.run().undoable().length > 0 && this.undoLeft() > 0);
  /** The first of a long run were banned too long ago for their mails to wait. */
  protected readonly isMailGone = computed(() => this.canUndo() && this.run().verb === 'ban' && this.now() - this.beganAt() > UNDO_LATEST_MS);

  constructor() {
    void this.run().start();
    // Cancel, which had the focus, is gone when it is over.
    afterRenderEffect(() => {
      if (this.end()) this.closing()?.nativeElement.focus();
    });
    const ticking = setInterval(() => this.now.set(performance.now()), SECOND_MS);
    inject(DestroyRef).onDestroy(() => clearInterval(ticking));
    // Whatever takes the dialog away, such as the end of the session, ends what it does.
    inject(DestroyRef).onDestroy(() => this.run().cancel());
  }

  /** While something is under way there is only Cancel. */
  mayClose(): boolean {
    return !this.isRunning();
  }

  protected again(users: readonly PublicUser[]): void {
    this.begin(this.jobs.again(users));
  }

  protected undo(): void {
    this.isUndo.set(true);
    this.begin(this.jobs.undo(this.run()));
  }

  private begin(run: BulkRun): void {
    this.run.set(run);
    this.beganAt.set(performance.now());
    void run.start();
  }
}
