import { TestBed } from '@angular/core/testing';
import Papa from 'papaparse';
import { accessibilityFaults } from '../../../../testing/axe';
import { eventually } from '../../../../testing/eventually';
import { aUser } from '../../../../testing/people';
import { users, UsersDesk } from '../../../../testing/users-desk';
import type { LanguageCode } from '../../../core/i18n/languages';
import { UsersCsv } from './users-csv';

describe('Exporting users', () => {
  /** What was written, piece by piece; undefined once it was thrown away. */
  let file: string[] | undefined;
  const writable = {
    write: (text: string) => Promise.resolve(void file?.push(text)),
    close: () => Promise.resolve(),
    abort: () => Promise.resolve((file = undefined)),
  };

  beforeEach(() => {
    file = [];
    const picker = () => Promise.resolve({ createWritable: () => Promise.resolve(writable) });
    Object.defineProperty(window, 'showSaveFilePicker', { value: picker, configurable: true });
  });
  afterEach(() => {
    Reflect.deleteProperty(window, 'showSaveFilePicker');
    localStorage.removeItem('moien.language');
  });

  const open = async (url = '/users', language: LanguageCode = 'en'): Promise<[UsersDesk, HTMLElement]> => {
    const desk = await UsersDesk.with(users(2), { url, language });
    desk.one('app-users-toolbar button.tool').click();
    // The dialog is there a moment before what it contains.
    return [desk, await eventually(() => document.querySelector<HTMLElement>('app-export-dialog:has(#export-start)') ?? undefined)];
  };
  const start = (dialog: HTMLElement) => dialog.querySelector<HTMLElement>('#export-start')?.click();
  const says = (desk: UsersDesk, dialog: HTMLElement, text: string) =>
    eventually(() => {
      desk.render();
      return dialog.textContent.includes(text);
    });
  const cells = () => Papa.parse<string[]>((file ?? []).join('').replace('\uFEFF', ''), { skipEmptyLines: true }).data;

  it('writes all pages of the view, as it is filtered and sorted, each user once', async () => {
    const [desk, dialog] = await open('/users?status=active&sort=fullName');
    expect(await accessibilityFaults(dialog)).toEqual([]);
    start(dialog);
    const first = await desk.answerList(users(3), { next: 'second', total: 5 });
    expect(first.request.params.get('status')).toBe('active');
    expect(first.request.params.get('sort')).toBe('fullName');
    expect(first.request.params.get('limit')).toBe('200');
    await says(desk, dialog, '3 users exported…');
    expect(dialog.querySelector('progress')?.value).toBe(3);
    // Somebody moved while the pages were fetched, and stands on both.
    const second = await desk.answerList(users(5).slice(2), { total: 5 });
    expect(second.request.params.get('cursor')).toBe('second');
    await says(desk, dialog, '5 users exported.');
    expect(cells().map(([, name]) => name)).toEqual(['Name', ...users(5).map(({ fullName }) => fullName)]);
  });

  it('opens right in a spreadsheet: marked as UTF-8, and with no cell that would run as a formula', async () => {
    const [desk, dialog] = await open();
    start(dialog);
    const names = ['=1+1', '+cmd', '-2', '@sum', 'ليلى "عبد الله", العلي'];
    await desk.answerList(users(5, (n) => ({ fullName: names[n - 1] ?? '' })));
    await says(desk, dialog, '5 users exported.');
    expect(file?.[0]?.startsWith('\uFEFF')).toBeTrue();
    const written = cells().slice(1);
    expect(written.map(([, name]) => name)).toEqual(["'=1+1", "'+cmd", "'-2", "'@sum", 'ليلى "عبد الله", العلي']);
    expect(written[0]?.[3]).toBe("'+352621123456");
  });

  it('opens right in the spreadsheets of all countries, whatever separates their lists, and leaves names readable', async () => {
    await open();
    const written = (fullName: string) => Papa.parse<string[]>(TestBed.inject(UsersCsv).rows([aUser({ fullName })]), { delimiter: ',' }).data[0]?.[1];
    for (const [fullName, cell] of [
      ['A ;=1+1 B', "A ;'=1+1 B"],
      ['A,=1 B', "A,'=1 B"],
      ['A|@sum B', "A|'@sum B"],
      ['A;  -1;+2', "A;' -1;'+2"],
      ['A؛＝1', "A؛'＝1"],
      ['\t=1', "'=1"],
      ['A\t=1\r\n=2\u2028=3', 'A =1 =2 =3'],
      ['A\u2069\u202e B', 'A B'],
      ['Jean-Pierre O’Neill + Co', 'Jean-Pierre O’Neill + Co'],
      ['Silva; Ana, Maria', 'Silva; Ana, Maria'],
      ['\u3164 \u3164 \u3164', aUser().email],
    ] as const) {
      expect(written(fullName)).withContext(fullName).toBe(cell);
    }
  });

  it('speaks Arabic', async () => {
    const [desk, dialog] = await open('/users', 'ar');
    start(dialog);
    await desk.answerList(users(1));
    await says(desk, dialog, 'صُدّر مستخدم واحد');
    expect(cells()[0]).toContain('الاسم');
    expect(cells()[1]).toContain('لوكسمبورغ');
  });

  it('says why it stopped, and goes on where it was', async () => {
    const [desk, dialog] = await open();
    start(dialog);
    await desk.answerList(users(2), { next: 'second', total: 3 });
    await desk.refuse('/users', 'GET', 'CURSOR_INVALID');
    await says(desk, dialog, 'The list has changed too much');
    desk.button('Try again', dialog).click();
    await desk.answerList(users(3).slice(2), { total: 3 });
    await says(desk, dialog, '3 users exported.');
    expect(cells().length).toBe(4);
  });

  it('leaves no file behind when it is cancelled', async () => {
    const [desk, dialog] = await open();
    start(dialog);
    await desk.answerList(users(2), { next: 'second', total: 3 });
    await says(desk, dialog, '2 users exported…');
    desk.button('Cancel', dialog).click();
    await eventually(() => file === undefined);
    await eventually(() => document.querySelector('app-export-dialog') === null);
    expect(file).toBeUndefined();
  });
});
