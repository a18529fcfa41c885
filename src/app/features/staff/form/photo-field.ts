import { Component, effect, model, signal } from '@angular/core';
import { mdiAccountOutline, mdiAlertCircleOutline } from '@mdi/js';
import { PHOTO_TYPES } from '#contract/users';
import { T } from '../../../core/i18n/texts';
import type { MessageKey } from '../../../core/i18n/translations';
import { Icon } from '../../../ui/icon';
import { photoComplaint } from './photo-check';

/** Chooses a portrait, checks it before anything is sent, and shows it as it will be shown. */
@Component({
  selector: 'app-photo-field',
  imports: [Icon, T],
  template: `
    <div class="face">
      @if (preview(); as address) {
        <img alt="" [src]="address" />
      } @else {
        <app-icon [path]="icons.none" />
      }
    </div>
    <div class="field">
      <label for="staff-photo">{{ 'staff.photo.label' | t }}</label>
      <p class="buttons">
        <button type="button" class="button" aria-describedby="staff-photo-problem staff-photo-note" (click)="file.click()">
          {{ (photo() ? 'staff.photo.other' : 'staff.photo.choose') | t }}
        </button>
        @if (photo()) {
          <button type="button" class="button quiet" (click)="photo.set(null)">{{ 'staff.photo.remove' | t }}</button>
        }
      </p>
      <input #file type="file" id="staff-photo" class="visually-hidden" tabindex="-1" [accept]="accept" (change)="choose(file)" />
      <p class="error" id="staff-photo-problem" role="alert">
        @if (problem(); as problem) {
          <app-icon [path]="icons.alert" />{{ problem | t }}
        }
      </p>
      <p class="note" id="staff-photo-note">{{ 'staff.photo.note' | t }}</p>
    </div>
  `,
  styles: `
    :host {
      display: flex;
      gap: var(--s4);
      align-items: start;
    }

    .face {
      display: grid;
      flex: none;
      place-items: center;
      inline-size: 72px;
      block-size: 72px;
      border: 1px solid var(--line);
      border-radius: var(--round);
      background: var(--raised);
      color: var(--ink-3);
      overflow: hidden;

      --icon-size: 32px;
    }

    img {
      inline-size: 100%;
      block-size: 100%;
      object-fit: cover;
    }

    .field {
      flex: 1;
      min-inline-size: 0;
    }

    .buttons {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s2);
    }

    .note {
      color: var(--ink-3);
      font: var(--text-s);
    }
  `,
})
export class PhotoField {
  /** The one to send. */
  readonly photo = model.required<File | null>();
  /** What is wrong with the one chosen last, or what the server had against it. */
  readonly problem = model.required<MessageKey | null>();

  protected readonly icons = { alert: mdiAlertCircleOutline, none: mdiAccountOutline };
  protected readonly accept = PHOTO_TYPES.join();
  protected readonly preview = signal<string | null>(null);
  private chosen = 0;

  constructor() {
    effect((onCleanup) => {
      const photo = this.photo();
      const address = photo && URL.createObjectURL(photo);
      this.preview.set(address);
      if (address !== null) onCleanup(() => URL.revokeObjectURL(address));
    });
  }

  protected async choose(input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? [];
    // The same file may be chosen again.
    input.value = '';
    if (!file) return;
    const turn = ++this.chosen;
    const problem = await photoComplaint(file);
    if (turn !== this.chosen) return;
    this.problem.set(problem);
    if (problem === null) this.photo.set(file);
  }
}
