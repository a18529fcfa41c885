import { booleanAttribute, Component, effect, input, model, signal } from '@angular/core';
import { mdiAccountOutline, mdiAlertCircleOutline } from '@mdi/js';
import { PHOTO_TYPES } from '#contract/users';
import { T } from '../../core/i18n/texts';
import type { MessageKey } from '../../core/i18n/translations';
import { Icon } from '../icon';
import { photoComplaint } from './photo-check';

/** Chooses a portrait by picker, drop or paste, checks it before anything is sent, and shows it as it will be shown. One at a time on a page. */
@Component({
  selector: 'app-photo-field',
  imports: [Icon, T],
  template: `
    <div class="face">
      @if (preview() ?? current(); as address) {
        <img alt="" [src]="address" />
      } @else {
        <app-icon [path]="icons.none" />
      }
    </div>
    <div class="field">
      <label for="photo">{{ 'photo.label' | t }}</label>
      <p class="buttons">
        <button
          type="button"
          class="button"
          id="photo-choose"
          aria-describedby="photo-problem photo-note"
          [attr.aria-disabled]="isClosed() || null"
          (click)="isClosed() || file.click()"
        >
          {{ (photo() ? 'photo.other' : 'photo.choose') | t }}
        </button>
        @if (photo()) {
          <button type="button" class="button quiet" [attr.aria-disabled]="isClosed() || null" (click)="isClosed() || photo.set(null)">
            {{ 'photo.remove' | t }}
          </button>
        }
      </p>
      <input #file type="file" id="photo" class="visually-hidden" tabindex="-1" [accept]="accept" (change)="pick(file)" />
      <p class="error" id="photo-problem" role="alert">
        @if (problem(); as problem) {
          <app-icon [path]="icons.alert" />{{ problem | t }}
        }
      </p>
      <p class="note" id="photo-note">
        @if (isOptional()) {
          {{ 'photo.optional' | t }}
        }
        {{ 'photo.note' | t }}
      </p>
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
      inline-size: 4.5rem;
      block-size: 4.5rem;
      border: 1px solid var(--line);
      border-radius: var(--round);
      background: var(--raised);
      color: var(--ink-3);
      overflow: hidden;

      --icon-size: 2rem;
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
  // It stands in a dialog: nothing else on the page takes files meanwhile, and a browser would open what misses the field.
  host: { '(document:dragover)': 'welcome($event)', '(document:drop)': 'drop($event)', '(document:paste)': 'paste($event)' },
})
export class PhotoField {
  /** The one to send. */
  readonly photo = model.required<File | null>();
  /** What is wrong with the one chosen last, or what the server had against it. */
  readonly problem = model.required<MessageKey | null>();
  /** The address of the photo that there is already. */
  readonly current = input<string | null>(null);
  readonly isOptional = input(false, { transform: booleanAttribute });
  /** No other can be chosen now. */
  readonly isClosed = input(false);

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

  protected pick(input: HTMLInputElement): void {
    const files = [...(input.files ?? [])];
    // The same file may be chosen again.
    input.value = '';
    void this.choose(files);
  }

  protected welcome(event: DragEvent): void {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  }

  protected drop(event: DragEvent): void {
    event.preventDefault();
    void this.choose([...(event.dataTransfer?.files ?? [])]);
  }

  protected paste(event: ClipboardEvent): void {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length > 0) event.preventDefault();
    void this.choose(files);
  }

  private async choose(files: readonly File[]): Promise<void> {
    const [file] = files;
    if (!file || this.isClosed()) return;
    const turn = ++this.chosen;
    const problem = files.length > 1 ? 'photo.several' : await photoComplaint(file);
    if (turn !== this.chosen) return;
    this.problem.set(problem);
    if (problem === null) this.photo.set(file);
  }
}
