import { Component, viewChildren } from '@angular/core';
import { T } from '../../../core/i18n/texts';
import { SlotCard } from '../slot/slot-card';

/** The landing page as far as its images go: each in its place, the texts around them as bars. */
@Component({
  selector: 'app-landing-mock',
  imports: [SlotCard, T],
  template: `
    <section>
      <h2>{{ 'siteImages.part.hero' | t }}</h2>
      <app-slot-card slot="hero" />
      <div class="words" aria-hidden="true"><i class="title"></i><i></i><i class="short"></i></div>
    </section>
    <section>
      <h2>{{ 'siteImages.part.why' | t }}</h2>
      <div class="cards four">
        @for (slot of why; track slot) {
          <div class="card">
            <app-slot-card [slot]="slot" />
            <div class="words" aria-hidden="true"><i></i><i class="short"></i></div>
          </div>
        }
      </div>
    </section>
    <section>
      <h2>{{ 'siteImages.part.carousel' | t }}</h2>
      <div class="cards four">
        @for (slot of carousel; track slot) {
          <app-slot-card [slot]="slot" />
        }
      </div>
    </section>
    <section>
      <h2>{{ 'siteImages.part.legacy' | t }}</h2>
      <p class="note">{{ 'siteImages.part.legacyNote' | t }}</p>
      <div class="cards two"><app-slot-card slot="hero-image" /></div>
    </section>
  `,
  styleUrl: './mock.scss',
})
export class LandingMock {
  /** In the order of the page. */
  readonly cards = viewChildren(SlotCard);
  protected readonly why = ['whyFresh', 'whyFast', 'whySupport', 'whyQuality'] as const;
  protected readonly carousel = ['carousel1', 'carousel2', 'carousel3', 'carousel4'] as const;
}
