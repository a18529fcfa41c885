import { Component, viewChildren } from '@angular/core';
import { T } from '../../../core/i18n/texts';
import { SlotCard } from '../slot/slot-card';

/** The About page as far as its images go: each in its place, the texts around them as bars. */
@Component({
  selector: 'app-about-mock',
  imports: [SlotCard, T],
  template: `
    <section>
      <h2>{{ 'siteImages.part.aboutHero' | t }}</h2>
      <app-slot-card slot="aboutHero" />
    </section>
    <section>
      <h2>{{ 'siteImages.part.story' | t }}</h2>
      <div class="cards two">
        <div class="words" aria-hidden="true"><i class="title"></i><i></i><i></i><i></i><i class="short"></i></div>
        <app-slot-card slot="aboutStory" />
      </div>
    </section>
    <section>
      <h2>{{ 'siteImages.part.features' | t }}</h2>
      <div class="cards three">
        @for (slot of features; track slot) {
          <div class="card">
            <app-slot-card [slot]="slot" />
            <div class="words" aria-hidden="true"><i></i><i class="short"></i></div>
          </div>
        }
      </div>
    </section>
  `,
  styleUrl: './mock.scss',
})
export class AboutMock {
  /** In the order of the page. */
  readonly cards = viewChildren(SlotCard);
  protected readonly features = ['aboutFeature1', 'aboutFeature2', 'aboutFeature3'] as const;
}
