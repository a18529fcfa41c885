import { HttpEventType } from '@angular/common/http';
import type { TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { formatPositionHeader, POSITION_HEADER } from '#contract/stream';
import { accessibilityFaults } from '../../../../testing/axe';
import { eventually } from '../../../../testing/eventually';
import { find } from '../../../../testing/find';
import { anId } from '../../../../testing/people';
import { anImageFile } from '../../../../testing/site-images-desk';
import { users, UsersDesk } from '../../../../testing/users-desk';
import { LANGUAGES, type LanguageCode } from '../../../core/i18n/languages';
import { Dialogs } from '../../../ui/dialogs';

const [ANA] = users(1);
const PATH = `/users/${anId(1)}/photo`;
const photo = (name: string) => `${location.origin}/favicon.svg?${name}`;

describe('The photo of a user', () => {
  let desk: UsersDesk;
  let dialog: HTMLElement;
  let file: File;

  beforeEach(async () => (file = await anImageFile(300, 300)));
  afterEach(() => {
    TestBed.inject(Dialogs).dropAll();
    localStorage.removeItem('moien.language');
  });

  const open = async (language: LanguageCode = 'en') => {
    desk = await UsersDesk.with(users(2), { language });
    find(desk.row(anId(1)), '[aria-haspopup=menu]').click();
    const menu = await eventually(() => document.querySelector('[role=menu]') ?? undefined);
    desk.button(/^Change photo…|^تغيير الصورة…/u, menu).click();
    dialog = await desk.dialog();
  };
  const choose = async (...files: readonly File[]) => {
    const data = new DataTransfer();
    for (const one of files) data.items.add(one);
    document.dispatchEvent(Object.assign(new Event('paste', { cancelable: true }), { clipboardData: data }));
    await eventually(() => dialog.querySelector('img[src^="blob:"]') !== null || find(dialog, '#photo-problem').textContent.trim() !== '');
  };
  const save = () => {
    desk.button('Save', dialog).click();
  };
  /** Chooses and sends one, half of which has gone out. */
  const send = async (): Promise<TestRequest> => {
    await open();
    await choose(file);
    save();
    const upload = await desk.request(PATH, 'POST');
    upload.event({ type: HttpEventType.UploadProgress, loaded: 50, total: 100 });
    await eventually(() => dialog.textContent.includes('50%'));
    return upload;
  };
  const isGone = () => eventually(() => document.querySelector('[role=dialog]') === null);
  const answer = (upload: TestRequest, photoUrl: string) => {
    desk.seq++;
    upload.flush({ ok: true, user: { ...ANA, photoUrl } }, { headers: { [POSITION_HEADER]: formatPositionHeader('users', { log: 'log1', seq: desk.seq }) } });
  };

  it('goes out, shows how far it has come, and then itself', async () => {
    const upload = await send();
    expect((upload.request.body as FormData).get('photo')).toBeInstanceOf(File);
    upload.event({ type: HttpEventType.UploadProgress, loaded: 100, total: 100 });
    await eventually(() => dialog.textContent.includes('The server is preparing it'));
    answer(upload, photo('new'));
    await isGone();
    await eventually(() => desk.row(anId(1)).querySelector('img')?.src === photo('new'));
    expect(document.body.textContent).toContain('Photo of \u2068User Number 1\u2069 changed');
  });

  it('can be stopped while it goes out, and is still there to be sent', async () => {
    const upload = await send();
    desk.button('Cancel', dialog).click();
    await eventually(() => dialog.querySelector('progress') === null);
    expect(upload.cancelled).toBeTrue();
    expect(dialog.querySelector('[role=alert] p')).toBeNull();
    save();
    answer(await desk.request(PATH, 'POST'), photo('new'));
    await isGone();
  });

  it('that the server refuses is kept, and words say why', async () => {
    (await send()).flush({ statusCode: 500, code: 'INTERNAL', message: 'no', requestId: 'r-1' }, { status: 500, statusText: 'INTERNAL' });
    await eventually(() => dialog.textContent.includes('r-1'));
    expect(dialog.textContent).toContain('Something went wrong on the server.');
    expect(dialog.querySelector('img[src^="blob:"]')).not.toBeNull();
  });

  it('is one image that can be read, or nothing is sent', async () => {
    await open();
    save();
    await eventually(() => dialog.textContent.includes('Choose a photo first.'));
    await choose(new File(['no photo'], 'a.png', { type: 'image/png' }));
    await eventually(() => dialog.textContent.includes('cannot be read'));
    await choose(file, file);
    await eventually(() => dialog.textContent.includes('Only one photo fits here.'));
    expect(desk.server.match(({ method }) => method === 'POST')).toEqual([]);
  });

  it('that somebody else has changed meanwhile is shown, and that this one would replace it', async () => {
    await open();
    desk.tell('users.updated', { ...ANA, photoUrl: photo('theirs') });
    await eventually(() => dialog.textContent.includes('Someone else has changed this photo'));
    expect(find(dialog, 'img', HTMLImageElement).src).toBe(photo('theirs'));
  });

  it('that somebody else has changed while it went out is not used, before one says so again', async () => {
    const upload = await send();
    expect(upload.request.headers.get('If-Match')).toBe('""');
    const current = { ...ANA, photoUrl: photo('theirs') };
    desk.tell('users.updated', current);
    upload.flush({ statusCode: 409, code: 'STALE', message: 'no', current, requestId: 'r-1' }, { status: 409, statusText: 'STALE' });
    await eventually(() => dialog.textContent.includes('Someone else has changed this photo'));
    expect(dialog.querySelector('.refusal')).toBeNull();
    save();
    desk.server.verify();
    desk.button('I have looked', dialog).click();
    save();
    const again = await desk.request(PATH, 'POST');
    expect(again.request.headers.get('If-Match')).toBe(`"${photo('theirs')}"`);
    answer(again, photo('new'));
    await isGone();
  });

  for (const language of LANGUAGES)
    it(`is asked for without accessibility faults in ${language}`, async () => {
      await open(language);
      await choose(file);
      await desk.still();
      expect(await accessibilityFaults(dialog)).toEqual([]);
    });
});
