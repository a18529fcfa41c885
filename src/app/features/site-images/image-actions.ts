import { inject, Service } from '@angular/core';
import type { SiteImageSlot } from '#contract/site-settings';
import type { LocalResult } from '@moien/live/engine';
import { EMPTY, map, type Observable, tap } from 'rxjs';
import type { ApiError } from '../../core/api/api-error';
import { Server } from '../../core/api/server';
import { type ImageChanged, SiteSettingsApi, type SlotUrl } from '../../core/api/site-settings-api';
import { ErrorTexts } from '../../core/i18n/error-texts';
import { Texts } from '../../core/i18n/texts';
import { type OwnAction, OwnActions } from '../../core/live/own-actions';
import { Toasts } from '../../ui/toasts';
import { SiteImagesStore } from './site-images-store';

type Verb = 'replace' | 'remove' | 'restore';

/** What an admin does to an image of the site: it is done at once, and can be taken back. `seen` is the address of the image that they saw there. */
@Service({ autoProvided: false })
export class ImageActions {
  private readonly server = inject(Server);
  private readonly api = inject(SiteSettingsApi);
  private readonly texts = inject(Texts);
  private readonly errorTexts = inject(ErrorTexts);
  private readonly toasts = inject(Toasts);
  private readonly actions = new OwnActions<SlotUrl>(inject(SiteImagesStore), this.toasts);

  /** The slots whose change the server has not answered yet. */
  readonly busy = this.actions.busy;

  /**
   * @param send uploads the new image.
   * @throws ApiError when it was not done: the file is still there.
   */
  async replace(slot: SiteImageSlot, seen: string | null, send: () => Observable<ImageChanged>): Promise<void> {
    await this.actions.commit(this.undoable('replace', slot, seen, send));
  }

  async remove(slot: SiteImageSlot, seen: string): Promise<void> {
    await this.actions.follow(this.undoable('remove', slot, seen, () => this.api.remove(slot, seen)));
  }

  /** Says that an image was not replaced, to somebody who has left the page that would have. */
  regret(slot: SiteImageSlot, why: ApiError): void {
    const { done, failed } = this.action('replace', slot, () => EMPTY);
    this.toasts.track(done).failed(failed(this.errorTexts.get(why)));
  }

  /** Taken back for as long as nobody else has changed the slot; putting the same image in its own place cannot be. */
  private undoable(verb: Verb, slot: SiteImageSlot, seen: string | null, send: () => Observable<ImageChanged>): OwnAction<SlotUrl> {
    let url = seen;
    const isRestorable = this.server.can('restore-image');
    const undo = () => void this.actions.follow(this.action('restore', slot, () => this.api.restore(slot, url)));
    return {
      ...this.action(verb, slot, () => send().pipe(tap(({ image }) => (url = image.url)))),
      get undo() {
        return url === seen || !isRestorable ? undefined : undo;
      },
    };
  }

  private action(verb: Verb, slot: SiteImageSlot, send: () => Observable<ImageChanged>): OwnAction<SlotUrl> {
    const name = this.texts.get(`siteImageSlot.${slot}`);
    return {
      id: slot,
      done: { key: `siteImages.done.${verb}`, args: { name } },
      failed: (why) => ({ key: `siteImages.failed.${verb}`, args: { name, why } }),
      send: () => send().pipe(map(answered)),
    };
  }
}

function answered({ image, ...told }: ImageChanged): LocalResult<SlotUrl> {
  return { change: { kind: 'updated', row: image }, ...told };
}
