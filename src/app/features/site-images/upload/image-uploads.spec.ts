import { HttpEventType } from '@angular/common/http';
import type { TestRequest } from '@angular/common/http/testing';
import { accessibilityFaults } from '../../../../testing/axe';
import { anImage, anImageFile, SiteImagesDesk } from '../../../../testing/site-images-desk';
import { LANGUAGES } from '../../../core/i18n/languages';

/** A picture that loads: the page's own icon, under as many addresses as are wanted. */
const picture = (name: string) => `${location.origin}/favicon.svg?${name}`;
const OLD = picture('old');
const THEIRS = picture('theirs');
const OURS = picture('ours');
const UPLOAD = '/landing-images/hero/upload';

describe('An image for the site', () => {
  let desk: SiteImagesDesk;
  let file: File;

  beforeEach(async () => (file = await anImageFile()));
  afterEach(() => localStorage.removeItem('moien.language'));

  const expectNothingSent = () => expect(desk.page.server.match(({ method }) => method === 'POST')).toEqual([]);
  const says = (text: string) => desk.page.until(() => desk.words('hero').includes(text));
  const sends = (sent: number, total: number) => ({ type: HttpEventType.UploadProgress, loaded: sent, total }) as const;
  /** Chooses the file for the hero, up to the upload. */
  const begin = async (): Promise<TestRequest> => {
    desk = await SiteImagesDesk.with({ hero: OLD });
    desk.beginToChoose('hero');
    desk.choose('hero', file);
    return desk.request(UPLOAD);
  };

  it('goes out at once, over the one that was seen; it shows how far it is, then itself, and its echo changes nothing', async () => {
    const upload = await begin();
    expect(upload.request.headers.get('If-Match')).toBe(`"${OLD}"`);
    await desk.page.until(() => desk.slot('hero').ariaBusy === 'true' && desk.slot('hero').querySelector('canvas') !== null);
    upload.event(sends(42, 100));
    await says('42%');
    upload.event(sends(100, 100));
    await says('The server is preparing it');
    desk.answerChange(upload, 'hero', OURS);
    await desk.page.until(() => desk.image('hero')?.src === OURS && desk.slot('hero').querySelector('canvas') === null);
    expect(desk.slot('hero').ariaBusy).toBeNull();
    expect(desk.page.toasts).toContain('Image “Hero” replaced');
    const { mark } = desk.slot('hero').dataset;
    desk.tell('landing-image.updated', { slot: 'hero', url: OURS }, desk.seq);
    desk.tell('landing-images.updated', { hero: OURS });
    await desk.page.until(() => !desk.page.toasts.includes('confirmed…'));
    expect(desk.slot('hero').dataset['mark']).toBe(mark);
  });

  it('is taken back by Undo, for as long as nobody has changed it again', async () => {
    const upload = await begin();
    desk.answerChange(upload, 'hero', OURS);
    await desk.page.until(() => desk.page.toasts.includes('Undo'));
    desk.page.button(/^Undo/u).click();
    const restore = await desk.request('/landing-images/hero/restore');
    expect(restore.request.headers.get('If-Match')).toBe(`"${OURS}"`);
    desk.answerChange(restore, 'hero', OLD);
    await desk.page.until(() => desk.image('hero')?.src === OLD);
    expect(desk.page.toasts).toContain('Image “Hero” restored');
  });

  it('that is the same as before leaves nothing to take back', async () => {
    const upload = await begin();
    desk.answerChange(upload, 'hero', OLD);
    await desk.page.until(() => desk.page.toasts.includes('replaced'));
    await desk.page.until(() => desk.slot('hero').querySelector('progress') === null);
    expect(desk.page.toasts).not.toContain('Undo');
  });

  for (const [what, make, words] of [
    ['that only calls itself one', () => new File(['#!/bin/sh'], 'dish.png', { type: 'image/png' }), 'is not an image that the site can show'],
    ['that only begins like one', () => new File(['\x89PNG\r\n', new Uint8Array([0x1a, 0x0a, 1, 2, 3])], 'a.png'), 'not an image that the site can show'],
    ['that is damaged', () => new File([new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0, 1])], 'a.jpg'), 'cannot be read as an image'],
    ['that is empty', () => new File([], 'a.png'), 'This file is empty.'],
    ['that is too large', () => new File([new Uint8Array(5 * 1024 * 1024 + 1)], 'a.png'), 'at most 5 MB'],
  ] as const)
    it(`${what} is not sent, and words say why`, async () => {
      desk = await SiteImagesDesk.with({ hero: OLD });
      desk.choose('hero', make());
      await says(words);
      desk.press('hero', /^OK/u);
      expect(desk.words('hero')).not.toContain(words);
      expectNothingSent();
    });

  it('with more pixels than the server unfolds is not sent', async () => {
    desk = await SiteImagesDesk.with({});
    desk.choose('hero', await anImageFile(25_001, 1000));
    await says('at most 25 million');
    expectNothingSent();
  });

  it('is one: of several none is sent', async () => {
    desk = await SiteImagesDesk.with({});
    desk.choose('hero', file, file);
    await says('Only one image fits here.');
    expectNothingSent();
  });

  it('that would look blurred asks first', async () => {
    desk = await SiteImagesDesk.with({});
    desk.choose('hero', await anImageFile(300, 200));
    await says('300 × 200');
    expectNothingSent();
    desk.press('hero', /^Use it anyway/u);
    expect((await desk.request(UPLOAD)).request.headers.get('If-Match')).toBe('""');
  });

  for (const language of LANGUAGES)
    it(`asks and refuses without accessibility faults in ${language}`, async () => {
      desk = await SiteImagesDesk.with({ whyFast: OLD }, { language });
      desk.choose('hero', await anImageFile(300, 200));
      desk.choose('whyFresh', new File(['x'], 'x'));
      desk.beginToChoose('whyFast');
      desk.choose('whyFast', file);
      await desk.page.until(() => desk.page.element.querySelectorAll('[role=alert]').length === 2 && desk.page.element.querySelector('progress') !== null);
      await desk.page.still();
      expect(await accessibilityFaults(desk.page.element)).toEqual([]);
    });

  describe('when somebody else is faster', () => {
    it('while it is being chosen, is not sent before the admin has looked', async () => {
      desk = await SiteImagesDesk.with({ hero: OLD });
      desk.beginToChoose('hero');
      desk.tell('landing-image.updated', { slot: 'hero', url: THEIRS });
      await desk.page.until(() => desk.image('hero')?.src === THEIRS);
      desk.choose('hero', file);
      await says('Someone else has changed this image');
      expectNothingSent();
      desk.press('hero', /^Use mine/u);
      expect((await desk.request(UPLOAD)).request.headers.get('If-Match')).toBe(`"${THEIRS}"`);
    });

    it('while it goes out, is stopped; theirs stays when the admin says so', async () => {
      const upload = await begin();
      upload.event(sends(10, 100));
      desk.tell('landing-image.updated', { slot: 'hero', url: THEIRS });
      await desk.page.until(() => desk.image('hero')?.src === THEIRS);
      expect(upload.cancelled).toBeFalse();
      upload.event(sends(20, 100));
      await says('Someone else has changed this image');
      expect(upload.cancelled).toBeTrue();
      desk.press('hero', /^Keep theirs/u);
      expect(desk.slot('hero').querySelector('[role=alert]')).toBeNull();
      await desk.page.until(() => desk.slot('hero').ariaBusy === null);
      expect(desk.image('hero')?.src).toBe(THEIRS);
    });

    it('is not taken for overtaken by its own echo, which may come before the answer', async () => {
      const upload = await begin();
      desk.tell('landing-image.updated', { slot: 'hero', url: OURS });
      await desk.page.until(() => desk.image('hero')?.src === OURS);
      upload.event(sends(100, 100));
      desk.answerChange(upload, 'hero', OURS);
      await desk.page.until(() => desk.slot('hero').querySelector('progress') === null);
      expect(desk.page.toasts).toContain('Image “Hero” replaced');
      expect(desk.slot('hero').querySelector('[role=alert]')).toBeNull();
    });

    it('and only the server knows yet, learns from it by whom', async () => {
      const upload = await begin();
      desk.refuse(upload, 'STALE', anImage('hero', THEIRS, { changedBy: 'Lea Weber' }));
      await says('\u2068Lea Weber\u2069 has changed this image');
      // What they did is asked for at once.
      expect((await desk.page.request('/events')).request.params.get('after')).toBe('log1:5');
    });
  });

  it('can be given up while it goes out', async () => {
    const upload = await begin();
    upload.event(sends(10, 100));
    await says('10%');
    desk.press('hero', /^Cancel/u);
    expect(upload.cancelled).toBeTrue();
    await desk.page.until(() => desk.slot('hero').ariaBusy === null);
    expect(desk.slot('hero').querySelector('progress')).toBeNull();
    expect(desk.image('hero')?.src).toBe(OLD);
    expect(desk.page.toasts).toBe('');
  });

  it('that the server could not take is kept, with the reason and the request, to be tried again', async () => {
    const upload = await begin();
    desk.refuse(upload, 'INTERNAL');
    await says('Something went wrong on the server.');
    expect(desk.slot('hero').querySelector('bdi')?.textContent).toBe('r-1');
    desk.press('hero', /^Try again/u);
    desk.answerChange(await desk.request(UPLOAD), 'hero', OURS);
    await desk.page.until(() => desk.image('hero')?.src === OURS);
  });

  it('can be dropped on its slot', async () => {
    desk = await SiteImagesDesk.with({ hero: OLD });
    expect(desk.drag('dragover', desk.slot('hero'), file).defaultPrevented).toBeTrue();
    expect(desk.words('hero')).toContain('Drop to use this image');
    desk.drag('drop', desk.slot('hero'), file);
    expect((await desk.request(UPLOAD)).request.headers.get('If-Match')).toBe(`"${OLD}"`);
    expectNothingSent();
  });

  it('can be pasted into the slot that has the focus; without one it is asked for', async () => {
    desk = await SiteImagesDesk.with({ hero: OLD });
    desk.paste(file);
    expect(desk.page.toasts).toContain('Go to the image you want to replace first');
    desk.page.press('j');
    desk.paste(file);
    expect((await desk.request(UPLOAD)).request.headers.get('If-Match')).toBe(`"${OLD}"`);
  });

  it('holds the page open while it goes out', async () => {
    // Karma's own listener takes it for a spec that leaves the page.
    const { onbeforeunload } = window;
    const isHeld = () => {
      window.onbeforeunload = null;
      const isFree = window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
      window.onbeforeunload = onbeforeunload;
      return !isFree;
    };
    const upload = await begin();
    expect(isHeld()).toBeTrue();
    desk.answerChange(upload, 'hero', OURS);
    await desk.page.until(() => desk.slot('hero').querySelector('progress') === null);
    expect(isHeld()).toBeFalse();
  });

  describe('removed', () => {
    const remove = async () => {
      desk = await SiteImagesDesk.with({ hero: OLD });
      desk.press('hero', /^Remove/u);
      return desk.request('/landing-images/hero', 'DELETE');
    };

    it('is gone at once, and comes back by Undo', async () => {
      const removal = await remove();
      expect(removal.request.headers.get('If-Match')).toBe(`"${OLD}"`);
      expect(desk.slot('hero').ariaBusy).toBe('true');
      desk.answerChange(removal, 'hero', null);
      await says('No image yet.');
      expect(desk.slot('hero').contains(document.activeElement)).toBeTrue();
      desk.page.button(/^Undo/u).click();
      const restore = await desk.request('/landing-images/hero/restore');
      expect(restore.request.headers.get('If-Match')).toBe('""');
      desk.answerChange(restore, 'hero', OLD);
      await desk.page.until(() => desk.image('hero')?.src === OLD);
    });

    it('stays where somebody else has changed it, and words say why', async () => {
      const removal = await remove();
      desk.refuse(removal, 'STALE', anImage('hero', THEIRS));
      await desk.page.until(() => desk.page.toasts.includes('The image “Hero” was not removed.'));
      expect(desk.page.toasts).toContain('Someone else made a change.');
    });
  });
});
