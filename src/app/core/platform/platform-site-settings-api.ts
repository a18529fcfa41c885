import { inject, Service } from '@angular/core';
import { siteImagePath } from '#contract/site-image-slots';
import type { SiteImageSlot } from '#contract/site-settings';
import type { ReplayPage } from '#contract/stream';
import type { PageAnswer } from '@moien/live/engine';
import { from, map, type Observable, of, switchMap, throwError } from 'rxjs';
import * as v from 'valibot';
import { ApiClient } from '../api/api-client';
import { ApiError } from '../api/api-error';
import { ApiUpload } from '../api/api-upload';
import type { ImageChanged, SiteSettingsApi, SlotUrl } from '../api/site-settings-api';
import { SiteImagesMirrorFeed } from './mirror-feeds';
import type { Port } from './port';
import { asObject, imageUrl } from './reading';
import { SiteImagesMirror } from './site-images-mirror';

/** How long the address of an image may take to be told, where the answer to its upload does not tell it. In milliseconds. */
const TOLD_MS = 15_000;

/** {@link SiteSettingsApi} in the platform's dialect. Nothing there can be restored. */
@Service({ autoProvided: false })
export class PlatformSiteSettingsApi implements Port<SiteSettingsApi> {
  private readonly api = inject(ApiClient);
  private readonly uploads = inject(ApiUpload);
  private readonly mirrored = inject(SiteImagesMirror);
  private readonly feed = inject(SiteImagesMirrorFeed);

  images(): Observable<PageAnswer<SlotUrl>> {
    return from(this.feed.page(null, null, 100, new AbortController().signal));
  }

  replay(): Observable<ReplayPage> {
    return throwError(() => new ApiError({ status: 410, code: 'POSITION_EXPIRED' }));
  }

  replace(slot: SiteImageSlot, file: Blob, _seen: string | null, progress: (sent: number, size: number) => void): Observable<ImageChanged> {
    const mark = this.mirrored.mirror.mark();
    return this.uploads.send(`${siteImagePath(slot)}/upload`, v.unknown(), { field: 'image', file, progress }).pipe(
      switchMap(({ body }) => {
        const url = urlIn(body, slot);
        return url === undefined ? from(this.told(slot, mark)) : of(this.applied(slot, mark, url));
      }),
    );
  }

  remove(slot: SiteImageSlot): Observable<ImageChanged> {
    const mark = this.mirrored.mirror.mark();
    return this.api.request('DELETE', siteImagePath(slot), v.unknown()).pipe(map(() => this.applied(slot, mark, null)));
  }

  restore(): Observable<ImageChanged> {
    return throwError(() => new ApiError({ status: 404, code: 'NOT_OFFERED' }));
  }

  private applied(slot: SiteImageSlot, mark: number, url: string | null): ImageChanged {
    const { mirror } = this.mirrored;
    const image = mirror.apply(slot, mark, () => ({ slot, url })) ?? { slot, url };
    return { image, position: mirror.position, confirmed: mirror.confirmation(slot, mark) };
  }

  /** Waits until the event or the list tells the address of an image that has been uploaded. */
  private async told(slot: SiteImageSlot, mark: number): Promise<ImageChanged> {
    const { mirror } = this.mirrored;
    const confirmed = mirror.confirmation(slot, mark);
    mirror.doubt();
    await Promise.race([confirmed, new Promise((resolve) => setTimeout(resolve, TOLD_MS))]);
    return { image: mirror.rows.get(slot) ?? { slot, url: null }, position: mirror.position, confirmed };
  }
}

/** @returns the address that the answer to an upload tells; undefined where it tells none. */
function urlIn(body: unknown, slot: SiteImageSlot): string | undefined {
  const raw = asObject(body);
  return (raw && (imageUrl(raw, 'url', 'imageUrl', slot) ?? imageUrl(asObject(raw['image']) ?? {}, 'url'))) ?? undefined;
}
