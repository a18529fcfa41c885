import { inject, Service } from '@angular/core';
import { type SiteImage, SiteImageAnswer, SiteImageList } from '#contract/site-image-changes';
import { imageTag } from '#contract/image-tag';
import { siteImagePath } from '#contract/site-image-slots';
import type { SiteImageSlot } from '#contract/site-settings';
import { formatPosition, REPLAY_LIMIT_MAX, ReplayPage, type StreamPosition } from '#contract/stream';
import type { LocalResult, PageAnswer } from '@moien/live/engine';
import * as v from 'valibot';
import { map, type Observable } from 'rxjs';
import { type Answer, ApiClient } from './api-client';
import { ApiUpload } from './api-upload';
import { positionOf } from './position-of';

/** What a slot of the site shows. `hero-image` is the one that stands outside both sets of slots. */
export type SlotUrl = Pick<SiteImage, 'slot' | 'url'>;

/** What an own change did; `position` is the number of its last event. `confirmed` as of an `LocalResult`. */
export interface ImageChanged extends Pick<LocalResult<SlotUrl>, 'position' | 'confirmed'> {
  readonly image: SlotUrl;
}

const STREAM = 'site-settings';
const Changed = v.pick(SiteImageAnswer, ['url']);

/** REST of the site's images, for admins. Failures are `ApiError`s. */
@Service()
export class SiteSettingsApi {
  private readonly api = inject(ApiClient);
  private readonly uploads = inject(ApiUpload);

  /** Every slot, as of one moment. */
  images(): Observable<PageAnswer<SlotUrl>> {
    return this.api
      .request('GET', '/site-settings/images', SiteImageList)
      .pipe(map((answer) => ({ rows: answer.body.data.map(slotUrl), next: null, ...positionOf(answer, STREAM) })));
  }

  /** What happened to images after a position, as far as one page goes. Payloads are not validated yet. */
  replay(after: StreamPosition): Observable<ReplayPage> {
    const params = { namespace: 'site-settings', after: formatPosition(after), limit: REPLAY_LIMIT_MAX };
    return this.api.request('GET', '/events', ReplayPage, { params }).pipe(map(({ body }) => body));
  }

  /**
   * @param seen the address of the image to be replaced, null for an empty slot: when it is another by now, the server refuses with `STALE`.
   * @param progress told how many bytes of how many have gone out.
   */
  replace(slot: SiteImageSlot, file: Blob, seen: string | null, progress: (sent: number, size: number) => void): Observable<ImageChanged> {
    const upload = { field: 'image', file, headers: ifStill(seen), progress };
    return this.uploads.send(`${siteImagePath(slot)}/upload`, Changed, upload).pipe(map((answer) => changed(slot, answer)));
  }

  /** Empties a slot. @param seen as in {@link replace}. */
  remove(slot: SiteImageSlot, seen: string | null): Observable<ImageChanged> {
    return this.api.request('DELETE', siteImagePath(slot), Changed, { headers: ifStill(seen) }).pipe(map((answer) => changed(slot, answer)));
  }

  /** Puts back what the last change replaced or removed. @param seen as in {@link replace}. */
  restore(slot: SiteImageSlot, seen: string | null): Observable<ImageChanged> {
    return this.api
      .request('POST', `${siteImagePath(slot)}/restore`, Changed, { body: {}, headers: ifStill(seen) })
      .pipe(map((answer) => changed(slot, answer)));
  }
}

function ifStill(seen: string | null): Record<string, string> {
  return { 'If-Match': imageTag(seen) };
}

function slotUrl({ slot, url }: SlotUrl): SlotUrl {
  return { slot, url };
}

function changed(slot: SiteImageSlot, answer: Answer<Pick<SlotUrl, 'url'>>): ImageChanged {
  return { image: { slot, url: answer.body.url }, ...positionOf(answer, STREAM) };
}
