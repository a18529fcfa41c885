import { Component, computed, DestroyRef, effect, ElementRef, inject, signal, untracked, viewChild } from '@angular/core';
import { mdiPause, mdiPlay, mdiTimelineClockOutline } from '@mdi/js';
import { type ActivityEntry, activityKey } from '#contract/activity';
import { T } from '../../../core/i18n/texts';
import { EmptyState } from '../../../ui/empty-state';
import { ErrorState } from '../../../ui/error-state';
import { FreshnessRegistry, type FreshPanel } from '../../../ui/freshness';
import { FreshnessChip } from '../../../ui/freshness-chip';
import { Icon } from '../../../ui/icon';
import { MisreadAddress } from '../../../ui/misread-address';
import { Pill } from '../../../ui/pill';
import { type Segment, Segments } from '../../../ui/segments';
import { RecordBegins } from '../../../ui/record-begins';
import { SkeletonRows } from '../../../ui/skeleton-rows';
import { failureOf } from '../failure';
import { OverviewAddress } from '../overview-address';
import { ActivityFeed } from './activity-feed';
import { ACTIVITY_GROUPS, type ActivityGroup } from './activity-groups';
import { ActivityRow } from './activity-row';

/** A live region that spoke at every event would never be silent: it sums up what came since it spoke last. In milliseconds. */
const SPEAK_EVERY_MS = 20_000;

const GROUPS = (['all', ...ACTIVITY_GROUPS] as const).map((value): Segment<ActivityGroup | 'all'> => ({ value, label: `overview.activity.${value}` }));

/** The live activity: narrowed, paused, scrolled back. What is being read keeps its place. */
@Component({
  selector: 'app-activity-panel',
  imports: [ActivityRow, EmptyState, ErrorState, FreshnessChip, Icon, MisreadAddress, Pill, RecordBegins, Segments, SkeletonRows, T],
  providers: [ActivityFeed],
  templateUrl: './activity-panel.html',
  styleUrl: './activity-panel.scss',
})
export class ActivityPanel {
  protected readonly feed = inject(ActivityFeed);
  protected readonly address = inject(OverviewAddress);
  private readonly scroller = viewChild<ElementRef<HTMLElement>>('scroller');
  private readonly end = viewChild<ElementRef<HTMLElement>>('end');

  protected readonly icons = { pause: mdiPause, resume: mdiPlay, none: mdiTimelineClockOutline };
  protected readonly groups = GROUPS;
  protected readonly panel: FreshPanel = { id: 'activity', name: 'overview.activity.title', freshness: this.feed.freshness };
  protected readonly failure = computed(() => failureOf(this.feed));
  protected readonly isPaused = signal(false);
  protected readonly isPointedAt = signal(false);
  protected readonly isFocused = signal(false);
  protected readonly isScrolled = signal(false);
  protected readonly spoken = signal(0);
  private unspoken = 0;

  constructor() {
    inject(FreshnessRegistry).register(this.panel);
    effect(() => {
      const isHeld = this.isPaused() || this.isPointedAt() || this.isFocused() || this.isScrolled();
      untracked(() => this.feed.hold(isHeld));
    });
    effect(() => (this.unspoken += this.feed.fresh().size));
    const speaking = setInterval(() => {
      this.spoken.set(this.unspoken);
      this.unspoken = 0;
    }, SPEAK_EVERY_MS);
    const reached = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting) && this.isScrolled()) void this.feed.loadOlder();
    });
    effect(() => {
      reached.disconnect();
      const end = this.end()?.nativeElement;
      if (end) reached.observe(end);
    });
    inject(DestroyRef).onDestroy(() => {
      clearInterval(speaking);
      reached.disconnect();
    });
  }

  protected readonly keyOf = (entry: ActivityEntry): string => activityKey(entry);

  protected scroll(): void {
    this.isScrolled.set((this.scroller()?.nativeElement.scrollTop ?? 0) > 0);
  }

  /** The focus went elsewhere, unless it only moved on within. */
  protected blur(event: FocusEvent): void {
    const stays = event.relatedTarget instanceof Node && this.scroller()?.nativeElement.contains(event.relatedTarget);
    if (!stays) this.isFocused.set(false);
  }

  protected catchUp(): void {
    this.feed.catchUp();
    this.scroller()?.nativeElement.scrollTo({ top: 0 });
  }
}
