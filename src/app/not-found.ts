import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { T } from './core/i18n/texts';
import { BrandMark } from './ui/brand-mark';

/** What an unknown address gets, signed in or not. */
@Component({
  selector: 'app-not-found',
  imports: [BrandMark, RouterLink, T],
  template: `
    <main>
      <app-brand-mark />
      <h1>{{ 'notFound.title' | t }}</h1>
      <p>{{ 'notFound.body' | t }}</p>
      <a class="button" routerLink="/">{{ 'notFound.home' | t }}</a>
    </main>
  `,
  styles: `
    main {
      --brand-size: 2.5rem;

      display: grid;
      align-content: center;
      justify-items: center;
      gap: var(--s3);
      min-block-size: 100dvh;
      padding: var(--s4);
      text-align: center;
    }

    h1 {
      margin-block-start: var(--s2);
      font: var(--text-2xl);
      font-weight: 700;
    }

    p {
      max-inline-size: 48ch;
      color: var(--ink-2);
    }

    a {
      margin-block-start: var(--s3);
    }
  `,
})
export class NotFound {}
