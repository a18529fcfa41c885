import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { PARTNER_LATE_MS, PARTNER_REQUEST_STATUSES, PARTNER_VERY_LATE_MS, type PartnerRequestsSummary } from '#contract/partner-places';
import { Clock } from '../../../core/i18n/clock';
import { Formats, LocalDate, LocalNumber } from '../../../core/i18n/formats';
import { T } from '../../../core/i18n/texts';
import { StatusChip, type Tone } from '../../../ui/status-chip';

/** The ages that waiting requests are counted by, the least first. */
const AGES = ['under24h', 'under48h', 'over48h'] as const;
const TONES: Readonly<Record<(typeof AGES)[number], Tone>> = { under24h: 'neutral', under48h: 'warn', over48h: 'bad' };

/** Partner requests by status and by how long they have waited, each leading to its tab of the queue. */
@Component({
  selector: 'app-queue-panel',
  imports: [LocalDate, LocalNumber, RouterLink, StatusChip, T],
  templateUrl: './queue-panel.html',
  styleUrl: './queue-panel.scss',
})
export class QueuePanel {
  private readonly formats = inject(Formats);
  private readonly now = inject(Clock).minute;
  readonly queue = input.required<PartnerRequestsSummary>();

  protected readonly statuses = PARTNER_REQUEST_STATUSES;
  protected readonly tones = TONES;
  /** Of each status that waits, the ages there are. */
  protected readonly ages = computed(() => {
    const { waiting } = this.queue();
    return (['pending', 'needs_info'] as const).map((status) => ({
      status,
      ages: AGES.map((age) => ({ age, count: waiting[status][age] })).filter(({ count }) => count > 0),
    }));
  });
  /** How long the oldest one has waited for us: as of now, not as of when it was counted. */
  protected readonly oldest = computed(() => {
    const at = this.queue().oldestPendingAt;
    if (at === null) return undefined;
    const age = Math.max(0, this.now() - Date.parse(at));
    const tone: Tone = age >= PARTNER_VERY_LATE_MS ? 'bad' : age >= PARTNER_LATE_MS ? 'warn' : 'neutral';
    return { at, tone, age: this.formats.ageText(age < 60_000 ? 0 : age) };
  });
}
