import { HttpEventType, provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { SiteImage } from '#contract/site-image-changes';
import { SITE_IMAGE_FRAMES } from '#contract/site-image-slots';
import { firstValueFrom } from 'rxjs';
import { refusal, TEST_ORIGIN } from '../../../testing/tab';
import { API_ORIGIN } from './api-address';
import { toApiError } from './api-error';
import { SiteSettingsApi } from './site-settings-api';

const URL = 'https://cdn.example/a.webp';
const at = (seq: number) => ({ headers: { 'X-Stream-Position': `site-settings=log1:${String(seq)}` } });
const image = (differences: Partial<SiteImage> = {}): SiteImage => ({
  page: 'landing',
  slot: 'hero',
  url: URL,
  changedBy: null,
  changedAt: null,
  restorableUntil: null,
  ...differences,
});

describe('The API of the site’s images', () => {
  let server: HttpTestingController;
  let api: SiteSettingsApi;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), { provide: API_ORIGIN, useValue: TEST_ORIGIN }] });
    server = TestBed.inject(HttpTestingController);
    api = TestBed.inject(SiteSettingsApi);
  });
  afterEach(() => server.verify());

  const expectOne = (path: string) => server.expectOne(`${TEST_ORIGIN}/api/v1/site-settings${path}`);

  it('tells all slots of one moment', async () => {
    const images = firstValueFrom(api.images());
    expectOne('/images').flush({ data: SITE_IMAGE_FRAMES.map(({ page, slot }) => image({ page, slot })) }, at(7));
    const { rows, next, position } = await images;
    expect(rows).toEqual(SITE_IMAGE_FRAMES.map(({ slot }) => ({ slot, url: URL })));
    expect(next).toBeNull();
    expect(position).toEqual({ log: 'log1', seq: 7 });
  });

  it('asks nothing more when the images are refused', async () => {
    const images = firstValueFrom(api.images());
    expectOne('/images').flush(refusal('INTERNAL'), { status: 500, statusText: 'Internal' });
    await expectAsync(images).toBeRejectedWith(jasmine.objectContaining({ code: 'INTERNAL', requestId: 'r-1' }));
  });

  it('sends a file into the slot as it was seen, and tells how far that is', async () => {
    const progress: string[] = [];
    const file = new File(['12345'], 'a.png');
    const answer = firstValueFrom(api.replace('aboutStory', file, URL, (sent, size) => progress.push(`${String(sent)}/${String(size)}`)));
    const upload = expectOne('/about-images/aboutStory/upload');
    expect(upload.request.method).toBe('POST');
    expect(upload.request.headers.get('If-Match')).toBe(`"${URL}"`);
    expect((upload.request.body as FormData).get('image')).toEqual(file);
    upload.event({ type: HttpEventType.UploadProgress, loaded: 2 });
    upload.event({ type: HttpEventType.UploadProgress, loaded: 8, total: 8 });
    upload.flush({ ok: true, ...image({ page: 'about', slot: 'aboutStory', url: `${URL}?2` }) }, at(9));
    expect(await answer).toEqual({ image: { slot: 'aboutStory', url: `${URL}?2` }, position: { log: 'log1', seq: 9 } });
    expect(progress).toEqual(['2/5', '8/8']);
  });

  it('gives an upload up when nobody waits for it any more', () => {
    const upload = api.replace('hero', new Blob(['1']), null, () => undefined).subscribe();
    const request = expectOne('/landing-images/hero/upload');
    expect(request.request.headers.get('If-Match')).toBe('""');
    upload.unsubscribe();
    expect(request.cancelled).toBeTrue();
  });

  it('says why a file was not taken, and what is there instead', async () => {
    const answer = firstValueFrom(api.replace('hero-image', new Blob(['1']), null, () => undefined)).then(() => undefined, toApiError);
    expectOne('/hero-image/upload').flush({ ...refusal('STALE'), current: image() }, { status: 409, statusText: 'Conflict' });
    expect(await answer).toEqual(jasmine.objectContaining({ code: 'STALE', current: image() }));
  });

  it('removes and restores what was seen', async () => {
    const removed = firstValueFrom(api.remove('hero', URL));
    const removal = expectOne('/landing-images/hero');
    expect(removal.request.method).toBe('DELETE');
    expect(removal.request.headers.get('If-Match')).toBe(`"${URL}"`);
    removal.flush({ ok: true, ...image({ url: null }) }, at(3));
    expect(await removed).toEqual({ image: { slot: 'hero', url: null }, position: { log: 'log1', seq: 3 } });

    const restored = firstValueFrom(api.restore('hero', null));
    const restore = expectOne('/landing-images/hero/restore');
    expect(restore.request.headers.get('If-Match')).toBe('""');
    restore.flush({ url: URL });
    expect(await restored).toEqual({ image: { slot: 'hero', url: URL } });
  });
});
