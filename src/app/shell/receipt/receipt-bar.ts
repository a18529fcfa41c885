import { Component, computed, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { mdiClose } from '@mdi/js';
import { activityText } from '../../core/i18n/activity-text';
import { Ago, Formats, LocalDate } from '../../core/i18n/formats';
import { isolated } from '../../core/i18n/isolated';
import { SubjectNames } from '../../core/i18n/subject-names';
import { T, Texts } from '../../core/i18n/texts';
import { activityPlace, type ActivityPlace } from '../../core/live/activity-place';
import { OutageReceipt } from '../../core/live/outage-receipt';
import { Icon } from '../../ui/icon';
import { Popover } from '../../ui/popover';
import { countsOf } from './receipt-groups';

/** More lines than this nobody reads; the counts say the rest. */
const LINES_MAX = 50;

/** "Offline for 4 minutes. 3 users changed and 1 request decided", each line leading to its row. Stands below the page, so that it moves nothing on it. */
@Component({
  selector: 'app-receipt-bar',
  imports: [Ago, Icon, LocalDate, Popover, RouterLink, T],
  templateUrl: './receipt-bar.html',
  styleUrl: './receipt-bar.scss',
})
export class ReceiptBar {
  private readonly texts = inject(Texts);
  private readonly formats = inject(Formats);
  private readonly router = inject(Router);
  protected readonly receipts = inject(OutageReceipt);
  protected readonly icons = { close: mdiClose };
  protected readonly textOf = activityText;
  protected readonly placeOf = activityPlace;
  protected readonly isolated = isolated;
  protected readonly names = inject(SubjectNames);

  protected readonly duration = computed(() => this.formats.duration(this.receipts.receipt()?.duration ?? 0));
  protected readonly lines = computed(() => this.receipts.receipt()?.lines.slice(0, LINES_MAX) ?? []);
  /** "3 users changed and 1 request decided", as the language lists things. */
  protected readonly summary = computed(() =>
    this.formats.list(countsOf(this.receipts.receipt()?.lines ?? []).map(({ group, count }) => this.texts.get(`receipt.${group}`, { count }))),
  );

  /** On the page one is on already, its search and filters stay. */
  protected handlingOf({ path }: ActivityPlace): 'merge' | 'replace' {
    return this.router.url.split('?', 1)[0] === path ? 'merge' : 'replace';
  }
}
