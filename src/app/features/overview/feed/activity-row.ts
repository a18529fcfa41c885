import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiAccountOutline, mdiImageOutline, mdiStorefrontOutline } from '@mdi/js';
import type { ActivityEntry } from '#contract/activity';
import type { StreamName } from '#contract/streams';
import { activityText } from '../../../core/i18n/activity-text';
import { Ago, LocalDate } from '../../../core/i18n/formats';
import { isolated } from '../../../core/i18n/isolated';
import { SubjectNames } from '../../../core/i18n/subject-names';
import { T } from '../../../core/i18n/texts';
import { activityPlace } from '../../../core/live/activity-place';
import { Icon } from '../../../ui/icon';

const ICONS: Readonly<Record<StreamName, string>> = { users: mdiAccountOutline, 'partner-places': mdiStorefrontOutline, 'site-settings': mdiImageOutline };

/** One thing that happened: to whom, what, by whom, when; it leads there unless that is gone. */
@Component({
  selector: 'li[appActivityRow]',
  imports: [Ago, Icon, LocalDate, RouterLink, T],
  template: `
    <app-icon [path]="icon()" />
    @if (place(); as place) {
      <a [routerLink]="place.path" [queryParams]="place.queryParams"
        ><bdi>{{ name() }}</bdi></a
      >
    } @else {
      <span class="gone"
        ><bdi>{{ name() }}</bdi></span
      >
    }
    <time [attr.datetime]="entry().at" [title]="entry().at | localDate: 'moment'">{{ entry().at | ago }}</time>
    <p>
      {{ text() | t }}
      @if (entry().actor.kind === 'admin' && entry().actor.name; as name) {
        {{ 'activity.by' | t: { name: isolated(name) } }}
      }
    </p>
    @if (entry().note) {
      <q dir="auto">{{ entry().note }}</q>
    }
  `,
  styleUrl: './activity-row.scss',
})
export class ActivityRow {
  private readonly names = inject(SubjectNames);
  readonly entry = input.required<ActivityEntry>();
  protected readonly isolated = isolated;
  protected readonly icon = computed(() => ICONS[this.entry().namespace]);
  protected readonly name = computed(() => this.names.get(this.entry()));
  protected readonly text = computed(() => activityText(this.entry().kind));
  protected readonly place = computed(() => activityPlace(this.entry()));
}
