import { TestBed } from '@angular/core/testing';
import { Avatar, initialsOf } from './avatar';
import { allowedImageUrl, IMAGE_ORIGIN } from './image-origin';

const SERVER = 'http://localhost:3000';

describe('An avatar', () => {
  async function show(photoUrl: string | null): Promise<{ avatar: HTMLElement; settled: () => Promise<unknown> }> {
    TestBed.configureTestingModule({ providers: [{ provide: IMAGE_ORIGIN, useValue: SERVER }] });
    const fixture = TestBed.createComponent(Avatar);
    fixture.componentRef.setInput('name', 'António Ferreira da Silva');
    fixture.componentRef.setInput('photoUrl', photoUrl);
    await fixture.whenStable();
    return { avatar: fixture.nativeElement as HTMLElement, settled: () => fixture.whenStable() };
  }

  it('shows initials where there is no photo', async () => {
    const { avatar } = await show(null);
    expect(avatar.textContent.trim()).toBe('A\u200cS');
  });

  it('shows initials where the photo may not be loaded', async () => {
    const { avatar } = await show('javascript:alert(1)');
    expect(avatar.querySelector('img')).toBeNull();
    expect(avatar.textContent.trim()).toBe('A\u200cS');
  });

  it('falls back to initials when the photo does not load', async () => {
    const { avatar, settled } = await show('https://photos.invalid/none.png');
    const image = avatar.querySelector('img');
    expect(image).not.toBeNull();
    image?.dispatchEvent(new Event('error'));
    await settled();
    expect(avatar.textContent.trim()).toBe('A\u200cS');
  });
});

describe('An image', () => {
  for (const url of ['https://cdn.example/a.png', `${SERVER}/uploads/a.webp`]) {
    it(`may come from ${url}`, () => expect(allowedImageUrl(url, SERVER)).toBe(url));
  }

  for (const url of [
    null,
    '',
    'a.png',
    '//cdn.example/a.png',
    'http://cdn.example/a.png',
    'http://localhost:4000/a.png',
    'javascript:alert(1)',
    'data:image/svg+xml,<svg/>',
    'blob:https://x/1',
  ]) {
    it(`may not come from ${String(url)}`, () => expect(allowedImageUrl(url, SERVER)).toBeNull());
  }
});

describe('Initials', () => {
  for (const [name, initials] of [
    ['Ahmed Mohamed Ali', 'A\u200cA'],
    ['ليلى حسن إبراهيم', 'ل\u200cإ'],
    ['élodie', 'É'],
    ['  Jörg   (Müller)  ', 'J'],
    ['7even', ''],
    ['', ''],
  ] as const) {
    it(`of "${name}" are "${initials}"`, () => expect(initialsOf(name)).toBe(initials));
  }
});
