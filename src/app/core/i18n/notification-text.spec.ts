import { TestBed } from '@angular/core/testing';
import { speak } from '../../../testing/speak';
import type { LanguageCode } from './languages';
import { notificationText } from './notification-text';
import { Texts } from './texts';

describe('A notification of a site image', () => {
  afterEach(() => localStorage.removeItem('moien.language'));

  const says = async (language: LanguageCode, slot: string) => {
    await speak(language);
    const message = notificationText({ type: 'image.changed', data: { page: 'landing', slot, change: 'removed', actorName: 'Lea Weber' } });
    return message && TestBed.inject(Texts).say(message);
  };

  it('names the image as its page does, in the language of the reader', async () => {
    expect(await says('en', 'carousel2')).toBe('\u2068Lea Weber\u2069 removed the site image “Carousel 2”');
  });

  it('in Arabic too', async () => {
    const text = (await says('ar', 'carousel2')) ?? '';
    expect(text).toContain('\u2068Lea Weber\u2069');
    expect(text).not.toContain('carousel2');
  });

  it('calls an image that only a newer server knows by its own name', async () => {
    expect(await says('en', 'footer')).toBe('\u2068Lea Weber\u2069 removed the site image “\u2068footer\u2069”');
  });
});
