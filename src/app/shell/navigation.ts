import { Component, computed, inject, output } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { LocalNumber } from '../core/i18n/formats';
import { T } from '../core/i18n/texts';
import { PartnerCounts } from '../core/live/partner-counts';
import { BrandMark } from '../ui/brand-mark';
import { Icon } from '../ui/icon';
import { OfferedPages } from './pages';

/** The product's name and the way to its pages: beside the page, or in the drawer. */
@Component({
  selector: 'app-navigation',
  imports: [BrandMark, Icon, LocalNumber, RouterLink, RouterLinkActive, T],
  template: `
    <nav [attr.aria-label]="'shell.navigation' | t">
      <div class="brand"><app-brand-mark />{{ 'app.name' | t }}</div>
      <ul>
        @for (page of pages(); track page.path) {
          <li>
            <a [routerLink]="page.path" routerLinkActive ariaCurrentWhenActive="page" (click)="followed.emit()">
              <app-icon [path]="page.icon" />{{ page.title | t }}
              @if (page.path === '/partner-places' && pending(); as count) {
                <span class="count">
                  <span aria-hidden="true">{{ count | localNumber }}</span>
                  <span class="visually-hidden">{{ 'shell.waiting' | t: { count } }}</span>
                </span>
              }
            </a>
          </li>
        }
      </ul>
    </nav>
  `,
  styleUrl: './navigation.scss',
})
export class Navigation {
  protected readonly pages = inject(OfferedPages).pages;
  private readonly partners = inject(PartnerCounts).byStatus;
  /** Requests that wait for us. */
  protected readonly pending = computed(() => this.partners()?.pending);
  /** Somebody chose a page. */
  readonly followed = output();
}
