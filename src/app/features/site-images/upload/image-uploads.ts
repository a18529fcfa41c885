import { computed, DestroyRef, inject, Service, signal } from '@angular/core';
import { toObservable } from '@angular/core/rxjs-interop';
import { SiteImage } from '#contract/site-image-changes';
import type { SiteImageSlot } from '#contract/site-settings';
import { filter, firstValueFrom, type Observable, Subject, takeUntil, throwIfEmpty } from 'rxjs';
import * as v from 'valibot';
import { ApiError, toApiError } from '../../../core/api/api-error';
import { type ImageChanged, SiteSettingsApi } from '../../../core/api/site-settings-api';
import { ImageActions } from '../image-actions';
import { SiteImagesStore } from '../site-images-store';
import { frameOf } from '../slots';
import { checkImage, type ImageFault, isSoft, type ReadyImage } from './image-check';

/** A file that waits for a word, and the address of the image that the admin saw when choosing it, or when they were told of a newer one. */
interface Waiting {
  readonly image: ReadyImage;
  readonly seen: string | null;
}

/**
 * How far a chosen file has come.
 * - `doubted`: it is smaller than its frame.
 * - `overtaken`: somebody else changed the slot meanwhile (`by` name, where that is known); nothing is sent before the admin has looked.
 * - `sending`: `share` of it, from 0 to 1, has gone out. From 1 on the server works on it, and nothing stops that any more.
 */
export type Upload =
  | { readonly phase: 'checking' }
  | { readonly phase: 'refused'; readonly fault: ImageFault }
  | ({ readonly phase: 'doubted' } & Waiting)
  | ({ readonly phase: 'overtaken'; readonly by: string | null } & Waiting)
  | ({ readonly phase: 'sending'; readonly share: number } & Waiting)
  | ({ readonly phase: 'failed'; readonly why: ApiError } & Waiting);

/** The files on their way into slots, each checked before it goes out, and never over an image that the admin has not seen. */
@Service({ autoProvided: false })
export class ImageUploads {
  private readonly api = inject(SiteSettingsApi);
  private readonly store = inject(SiteImagesStore);
  private readonly actions = inject(ImageActions);
  private readonly urls$ = toObservable(this.store.urls);
  private readonly uploads = signal<ReadonlyMap<SiteImageSlot, Upload>>(new Map());
  private readonly stops = new Map<SiteImageSlot, Subject<void>>();
  private isPageLeft = false;

  readonly all = this.uploads.asReadonly();
  /** Whether leaving would lose something. */
  readonly isSending = computed(() => [...this.all().values()].some(({ phase }) => phase === 'sending'));

  constructor() {
    inject(DestroyRef).onDestroy(() => (this.isPageLeft = true));
  }

  /** Somebody chose a file. @param seen the address of the image that was there when they began to. */
  async offer(slot: SiteImageSlot, files: readonly File[], seen: string | null): Promise<void> {
    const [file] = files;
    if (!file || this.actions.busy().has(slot)) return;
    const checking: Upload = { phase: 'checking' };
    this.put(slot, checking);
    const image = files.length > 1 ? 'several' : await checkImage(file);
    if (this.all().get(slot) !== checking) return;
    if (typeof image === 'string') this.put(slot, { phase: 'refused', fault: image });
    else if (isSoft(image, frameOf(slot))) this.put(slot, { phase: 'doubted', image, seen });
    else await this.send(slot, { image, seen });
  }

  /** Sends what waits: all the same, once more, or over the image that is there now. */
  async confirm(slot: SiteImageSlot): Promise<void> {
    const upload = this.all().get(slot);
    if (!upload || !('image' in upload) || upload.phase === 'sending' || this.actions.busy().has(slot)) return;
    await this.send(slot, { image: upload.image, seen: upload.seen });
  }

  /** Gives up what waits, or what is being sent. */
  dismiss(slot: SiteImageSlot): void {
    this.put(slot, undefined);
    this.stops.get(slot)?.next();
  }

  private async send(slot: SiteImageSlot, waiting: Waiting): Promise<void> {
    if (this.isOvertaken(slot, waiting)) {
      this.overtake(slot, waiting);
      return;
    }
    const stop = new Subject<void>();
    this.stops.set(slot, stop);
    this.put(slot, { phase: 'sending', share: 0, ...waiting });
    try {
      await this.actions.replace(slot, waiting.seen, () => this.upload(slot, waiting, stop));
      await this.shown(slot, waiting);
      this.put(slot, undefined);
    } catch (error) {
      this.fail(slot, waiting, toApiError(error));
    }
  }

  private upload(slot: SiteImageSlot, waiting: Waiting, stop: Observable<void>): Observable<ImageChanged> {
    const progress = (sent: number, size: number) => this.progress(slot, waiting, size > 0 ? Math.min(1, sent / size) : 0);
    return this.api.replace(slot, waiting.image.file, waiting.seen, progress).pipe(
      takeUntil(stop),
      throwIfEmpty(() => new ApiError({ status: 0, code: 'ABORTED' })),
    );
  }

  /** A slot that changes while ours is not all sent was changed by somebody else. Afterwards only the server can tell, and does. */
  private progress(slot: SiteImageSlot, waiting: Waiting, share: number): void {
    if (share === 1 || !this.isOvertaken(slot, waiting)) {
      this.put(slot, { phase: 'sending', share, ...waiting });
      return;
    }
    this.overtake(slot, waiting);
    this.stops.get(slot)?.next();
  }

  /** Resolves once the image that the server answered is on the screen: until then the file's own picture stands for it. */
  private async shown(slot: SiteImageSlot, { seen }: Waiting): Promise<void> {
    await firstValueFrom(this.urls$.pipe(filter((urls, index) => index > 0 || urls?.get(slot) !== seen)), { defaultValue: undefined });
  }

  private fail(slot: SiteImageSlot, waiting: Waiting, why: ApiError): void {
    if (why.code === 'ABORTED') return;
    if (this.isPageLeft) this.actions.regret(slot, why);
    else if (why.code === 'STALE') this.overtake(slot, waiting, why.current);
    else this.put(slot, { phase: 'failed', why, ...waiting });
  }

  /** Tells the admin of the image that is there now. Only what they then say goes over that one, and over no newer. @param current as a refusal tells it. */
  private overtake(slot: SiteImageSlot, { image }: Waiting, current?: unknown): void {
    const told = v.safeParse(SiteImage, current);
    const { url, changedBy } = told.success ? told.output : { url: this.store.url(slot), changedBy: null };
    this.put(slot, { phase: 'overtaken', by: changedBy, image, seen: url });
  }

  private isOvertaken(slot: SiteImageSlot, { seen }: Waiting): boolean {
    return this.store.urls() !== undefined && this.store.url(slot) !== seen;
  }

  private put(slot: SiteImageSlot, upload: Upload | undefined): void {
    this.uploads.update((uploads) => {
      const next = new Map(uploads);
      if (upload) next.set(slot, upload);
      else next.delete(slot);
      return next;
    });
  }
}
