import { SITE_IMAGE_FRAMES } from '#contract/site-image-slots';
import { accessibilityFaults } from '../../../testing/axe';
import { eventually } from '../../../testing/eventually';
import { SiteImagesDesk } from '../../../testing/site-images-desk';
import { LANGUAGES } from '../../core/i18n/languages';

/** A picture that loads: the page's own icon, under as many addresses as are wanted. */
const picture = (name: string) => `${location.origin}/favicon.svg?${name}`;

describe('The page of the site’s images', () => {
  let desk: SiteImagesDesk;

  afterEach(() => localStorage.removeItem('moien.language'));

  for (const language of LANGUAGES)
    it(`has no accessibility faults in ${language}, with images, without, and with one that does not load`, async () => {
      desk = await SiteImagesDesk.with({ hero: picture('hero'), whyFast: `${location.origin}/nowhere.webp` }, { language });
      await desk.page.until(() => desk.slot('whyFast').querySelector('.address') !== null);
      await desk.page.still();
      expect(await accessibilityFaults(desk.page.element)).toEqual([]);
    });

  it('shows every slot there is, each on its page of the site, and that they are live', async () => {
    desk = await SiteImagesDesk.with({});
    const landing = desk.slots;
    desk.page.one('[type=radio]:not(:checked)').click();
    await desk.page.until(() => desk.page.url.includes('section=about'));
    expect([...landing, ...desk.slots].sort()).toEqual(SITE_IMAGE_FRAMES.map(({ slot }) => slot as string).sort());
    expect(desk.page.one('[data-testid=freshness-site-images]').dataset['state']).toBe('live');
  });

  it('says of an empty slot what to do', async () => {
    desk = await SiteImagesDesk.with({});
    expect(desk.words('hero')).toContain('No image yet. Drop one here, paste it, or choose a file.');
    expect(desk.words('hero')).toContain('2,400 × 1,350');
  });

  it('keeps the address of an image that does not load in sight, and asks for it again', async () => {
    const url = `${location.origin}/nowhere.webp`;
    desk = await SiteImagesDesk.with({ hero: url });
    await desk.page.until(() => desk.words('hero').includes('This image could not be loaded.'));
    expect(desk.slot('hero').querySelector('bdi')?.textContent).toBe(url);
    desk.press('hero', /^Reload/u);
    expect(desk.words('hero')).not.toContain('This image could not be loaded.');
    await desk.page.until(() => desk.words('hero').includes('This image could not be loaded.'));
  });

  it('loads nothing from where images may not come from', async () => {
    desk = await SiteImagesDesk.with({ hero: 'http://elsewhere.example/a.webp' });
    expect(desk.words('hero')).toContain('Images from this address are not allowed');
    expect(desk.words('hero')).toContain('http://elsewhere.example/a.webp');
    expect(desk.image('hero')).toBeNull();
  });

  it('shows what somebody else changed, marked, and once: the second event of the change changes nothing more', async () => {
    desk = await SiteImagesDesk.with({ hero: picture('old'), 'hero-image': picture('legacy') });
    const image = desk.image('hero');
    desk.tell('landing-image.updated', { slot: 'hero', url: picture('new') });
    await desk.page.until(() => desk.image('hero')?.src === picture('new'));
    const mark = desk.slot('hero').dataset['mark'];
    expect(mark).toBeDefined();
    desk.tell('landing-images.updated', { hero: picture('new') });
    desk.tell('hero-image.updated', { url: null });
    await desk.page.until(() => desk.image('hero-image') === null);
    expect(desk.image('hero')).toBe(image);
    expect(desk.slot('hero').dataset['mark']).toBe(mark);
    expect(desk.slot('whyFast').dataset['mark']).toBeUndefined();
  });

  it('takes nothing from a slot that nobody knows', async () => {
    desk = await SiteImagesDesk.with({ hero: picture('hero') });
    desk.socket.say('landing-images.updated', JSON.parse('{"__proto__":null,"hero":null}'));
    desk.page.one('[data-testid=freshness-site-images] button').click();
    await desk.page.until(() => desk.page.one('[data-testid=freshness-site-images]').textContent.includes('1 event left out'));
    expect(desk.image('hero')?.src).toBe(picture('hero'));
  });

  describe('before the first answer', () => {
    it('shows that images are to come', async () => {
      desk = await SiteImagesDesk.open();
      expect(desk.page.text).toContain('Loading');
    });

    it('says why there are none, quotes the request, and tries again', async () => {
      desk = await SiteImagesDesk.open();
      desk.refuse(await desk.request('/images', 'GET'), 'INTERNAL');
      await desk.page.until(() => desk.page.element.querySelector('app-error-state') !== null);
      expect(desk.page.one('app-error-state').textContent).toContain('Something went wrong on the server.');
      expect(desk.page.one('app-error-state bdi').textContent).toBe('r-1');
      desk.page.button('Try again').click();
      await desk.answerImages({ hero: picture('hero') });
      expect(desk.image('hero')?.src).toBe(picture('hero'));
    });
  });

  it('changes nothing while it is not known to be right, and says why', async () => {
    desk = await SiteImagesDesk.with({ hero: picture('hero') });
    desk.socket.cut();
    await desk.page.until(() => desk.page.element.querySelector('#site-images-pause') !== null);
    expect(desk.page.one('#site-images-pause').textContent).toContain('may be out of date');
    for (const name of [/^Replace/u, /^Remove/u]) {
      const button = desk.page.button(name, desk.slot('hero'));
      expect(button.ariaDisabled).toBe('true');
      expect(button.getAttribute('aria-describedby')).toBe('site-images-pause');
    }
    desk.press('hero', /^Remove/u);
    desk.page.server.expectNone(({ method }) => method === 'DELETE');
  });

  it('goes to the slot that a link names, at the width that it says', async () => {
    desk = await SiteImagesDesk.with({}, { url: '/site-images?slot=aboutStory&width=phone' });
    await desk.page.until(() => desk.slot('aboutStory').contains(document.activeElement));
    expect(desk.slot('aboutStory').getAttribute('aria-current')).toBe('true');
    expect(desk.page.one('.site').dataset['width']).toBe('phone');
  });

  it('says what of its address it does not understand', async () => {
    desk = await SiteImagesDesk.open({ url: '/site-images?slot=__proto__&width=watch&section=shop' });
    await desk.page.until(() => desk.page.element.querySelector('app-misread-address') !== null);
    for (const part of ['slot=__proto__', 'width=watch', 'section=shop']) expect(desk.page.one('app-misread-address').textContent).toContain(part);
    desk.page.button('Leave that out').click();
    await desk.answerImages({});
    await desk.page.until(() => desk.slots[0] === 'hero');
    expect(desk.page.element.querySelector('app-misread-address')).toBeNull();
  });

  it('is walked through by j and k, and changes its width by w', async () => {
    desk = await SiteImagesDesk.with({});
    const { page } = desk;
    page.press('j');
    expect(desk.slot('hero').contains(document.activeElement)).toBeTrue();
    page.press('j', document.activeElement ?? document.body);
    expect(desk.slot('whyFresh').contains(document.activeElement)).toBeTrue();
    page.press('k', document.activeElement ?? document.body);
    page.press('k', document.activeElement ?? document.body);
    expect(desk.slot('hero').contains(document.activeElement)).toBeTrue();
    page.press('w');
    await eventually(() => page.url.includes('width='));
    expect(page.url).toContain('width=');
  });
});
