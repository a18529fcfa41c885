import { afterRenderEffect, Component, computed, DOCUMENT, effect, type ElementRef, inject, input, output, signal, viewChild } from '@angular/core';
import type { PartnerRequest, PartnerRequestsQuery } from '#contract/partner-places';
import type { ListView } from '@moien/live/engine';
import { T } from '../../../core/i18n/texts';
import { LeftRows } from '../../../core/left-rows';
import { Pill } from '../../../ui/pill';
import { CalmRows } from '../../../ui/rows/calm-rows';
import { RowFocus } from '../../../ui/rows/row-focus';
import { keyTarget } from '../../../ui/rows/row-keys';
import { QueueRow } from './queue-row';

/** Rows asked for beyond those that are here, once the end comes near. */
const AHEAD = 200;
/** So near, in pixels. */
const NEAR = 1_200;
/** Rows that Page Up and Page Down move by. */
const PAGE = 8;

/** The requests of one status, in their order. While somebody is at a row, no row moves: what would move one waits behind a pill. */
@Component({
  selector: 'app-queue-list',
  imports: [Pill, QueueRow, T],
  templateUrl: './queue-list.html',
  styleUrl: './queue-list.scss',
  host: { '(document:focusin)': 'noteFocus($event)', '(document:pointerdown)': 'noteFocus($event)' },
})
export class QueueList {
  readonly view = input.required<ListView<PartnerRequest, PartnerRequestsQuery>>();
  /** The ids of requests that are being changed. */
  readonly busy = input.required<ReadonlySet<string>>();
  /** The id of the open request. */
  readonly open = input<string>();
  /** So many rows are looked at, or soon will be. */
  readonly needed = output<number>();

  private readonly document = inject(DOCUMENT);
  private readonly left = inject(LeftRows);
  private readonly scroller = viewChild.required<ElementRef<HTMLElement>>('scroller');
  private readonly isPointed = signal(false);
  private readonly calm: CalmRows<PartnerRequest> = new CalmRows(
    computed(() => ({ list: this.view().query, rows: this.view().rows })),
    computed((): boolean => this.isPointed() || this.focus.isHeld),
  );
  protected readonly rows = this.calm.rows;
  protected readonly gone = this.calm.gone;
  private readonly focus = new RowFocus(this.rows);
  protected readonly waiting = computed(() => {
    const { added, gone } = this.calm.waiting();
    return added + gone > 0 ? { added, gone } : null;
  });
  /** The row that Tab leads to. */
  protected readonly tabStop = computed(() => this.focus.place()?.id ?? this.open() ?? this.rows()[0]?.id);

  constructor() {
    // What one decides oneself leaves without a word.
    effect(() => {
      for (const id of this.busy()) this.calm.send(id);
    });
    effect(() => {
      const wanted = this.left.wanted();
      if (wanted && !this.view().isEnd) this.needed.emit(wanted.index + AHEAD);
    });
    afterRenderEffect({
      write: () => {
        this.rows();
        this.applyFocus();
      },
      read: () => {
        this.rows();
        this.noteScroll();
      },
    });
    afterRenderEffect(() => {
      const id = this.open();
      if (id !== undefined) this.anchor(id)?.scrollIntoView({ block: 'nearest' });
    });
  }

  /** Moves the keyboard to a request, if the list has it. */
  focusRequest(id: string): void {
    const index = this.rows().findIndex((row) => row.id === id);
    if (index >= 0) this.focusRow(index);
  }

  /** Moves the keyboard on, or to the first row. */
  step(by: number): void {
    const place = this.focus.place();
    this.focusRow(place ? place.index + by : 0);
  }

  protected release(): void {
    this.calm.release();
    this.focusRow(this.focus.place()?.index ?? 0);
  }

  protected notePointer({ type, pointerType }: PointerEvent): void {
    this.isPointed.set(type === 'pointerover' && pointerType === 'mouse');
  }

  protected noteFocus({ target }: Event): void {
    const id =
      target instanceof Element && this.scroller().nativeElement.contains(target) ? target.closest<HTMLElement>('[data-id]')?.dataset['id'] : undefined;
    const index = this.rows().findIndex((row) => row.id === id);
    if (id !== undefined && index >= 0) this.focus.take({ id, index });
    else this.focus.isHeld = false;
  }

  protected handleKey(event: KeyboardEvent): void {
    const place = this.focus.place();
    const target = place && keyTarget(event, place.index, this.rows().length, PAGE);
    if (target === undefined) return;
    event.preventDefault();
    this.focusRow(target);
  }

  protected noteScroll(): void {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller().nativeElement;
    const { rows, isEnd } = this.view();
    if (!isEnd && scrollTop + clientHeight + NEAR > scrollHeight) this.needed.emit(rows.length + AHEAD);
  }

  private focusRow(index: number): void {
    const place = this.focus.lead(index);
    if (place) this.anchor(place.id)?.focus();
  }

  /** The row that had the focus may have left: the one in its place has it now. */
  private applyFocus(): void {
    const id = this.focus.claim(this.document.activeElement === this.document.body);
    if (id !== undefined) this.anchor(id)?.focus({ preventScroll: true });
  }

  private anchor(id: string): HTMLElement | null {
    return this.scroller().nativeElement.querySelector<HTMLElement>(`[data-id="${id}"] a`);
  }
}
