import type { AdminStaffListed } from '#contract/admin-staff';
import { staffTag } from '#contract/staff-tag';
import { accessibilityFaults } from '../../../testing/axe';
import { find } from '../../../testing/find';
import { PageDesk } from '../../../testing/page-desk';
import { anAdmin, anId } from '../../../testing/people';
import { LANGUAGES } from '../../core/i18n/languages';
import { staffRoutes } from './staff.routes';

const admin = (n: number, differences: Partial<AdminStaffListed> = {}): AdminStaffListed => ({
  ...anAdmin({ id: anId(n), name: `Admin ${String(n)}`, email: `admin.${String(n)}@moien.example` }),
  isBanned: false,
  bannedAt: null,
  banReason: null,
  ...differences,
});
const SELF = admin(900, { name: anAdmin().name, email: anAdmin().email });
const BANNED = admin(3, { isBanned: true, bannedAt: '2026-02-01T12:00:00.000Z', banReason: 'Left the company' });
const PATH = '/admin-staff';
const path = (n: number, action = '') => `${PATH}/${anId(n)}${action}`;

describe('The staff page', () => {
  let desk: PageDesk;
  const open = async (rows: readonly AdminStaffListed[], options: { url?: string; language?: (typeof LANGUAGES)[number] } = {}) => {
    desk = await PageDesk.open(staffRoutes, { url: '/staff', ...options });
    await desk.answer(PATH, { data: rows });
  };
  const names = () => [...desk.element.querySelectorAll('[data-id] strong')].map(({ textContent }) => textContent);
  const type = (root: ParentNode, selector: string, value: string) => {
    const field = root.querySelector<HTMLInputElement | HTMLTextAreaElement>(selector);
    if (!field) throw new Error(`no ${selector}`);
    field.value = value;
    field.dispatchEvent(new Event('input'));
  };
  const submit = (dialog: HTMLElement) => {
    find(dialog, '[type=submit]').click();
    desk.render();
  };

  afterEach(() => localStorage.removeItem('moien.language'));

  for (const language of LANGUAGES)
    it(`has no accessibility faults in ${language}, nor has its form with complaints`, async () => {
      await open([SELF, admin(2, { contractValidUntil: '2020-01-01', jobTitle: 'Courier' }), BANNED], { language });
      await desk.still();
      expect(await accessibilityFaults(desk.element)).toEqual([]);
      desk.press('n');
      const form = await desk.dialog();
      submit(form);
      await desk.still();
      expect(await accessibilityFaults(form)).toEqual([]);
      find(form, 'footer button').click();
      await desk.noDialog();
    });

  it('says why the own account stays: others could remove it, or nobody', async () => {
    await open([SELF, admin(2)]);
    expect(desk.row(SELF.id).textContent).toContain('only another admin can ban or delete it');
    expect(desk.row(SELF.id).querySelector('button')).toBeNull();
    desk.press('r');
    await desk.answer(PATH, { data: [SELF, BANNED] });
    expect(desk.row(SELF.id).textContent).toContain('The only account that can sign in');
  });

  it('shows what its address asks for, and counts what each filter would show', async () => {
    await open([SELF, admin(2, { contractValidUntil: '2020-01-01' }), BANNED], { url: '/staff?show=ending&q=ADMIN' });
    expect(names()).toEqual(['Admin 2']);
    expect([...desk.element.querySelectorAll('label')].map(({ textContent }) => textContent.trim())).toEqual([
      'All 2',
      'Active 1',
      'Banned 1',
      'Contract ends soon 1',
    ]);
    type(desk.element, '[type=search]', 'nobody');
    await desk.until(() => desk.text.includes('No admins match'));
    desk.button('Show all').click();
    await desk.until(() => names().length === 3);
    expect(desk.url).toBe('/staff');
  });

  it('bans with a reason, shows it at once, and offers to take it back', async () => {
    await open([SELF, admin(3)]);
    desk.button(/^Ban/u, desk.row(anId(3))).click();
    const dialog = await desk.dialog();
    submit(dialog);
    expect(dialog.textContent).toContain('Enter the reason.');
    type(dialog, 'textarea', 'Left the company');
    submit(dialog);
    await desk.answer(path(3, '/ban'), { ok: true, user: BANNED }, 'POST');
    await desk.noDialog();
    await desk.answer(PATH, { data: [SELF, BANNED] });
    expect(desk.row(anId(3)).textContent).toContain('Left the company');
    desk.button(/^Undo/u).click();
    await desk.answer(path(3, '/unban'), { ok: true, user: admin(3) }, 'POST');
    await desk.until(() => desk.row(anId(3)).textContent.includes('Active'));
  });

  it('unbans, and bans again by Undo with the reason of before', async () => {
    await open([SELF, BANNED]);
    desk.button(/^Unban/u, desk.row(anId(3))).click();
    await desk.answer(path(3, '/unban'), { ok: true, user: admin(3) }, 'POST');
    await desk.until(() => desk.toasts.includes('Undo'));
    desk.button(/^Undo/u).click();
    const { request } = await desk.answer(path(3, '/ban'), { ok: true, user: BANNED }, 'POST');
    expect(request.body).toEqual({ reason: 'Left the company' });
  });

  it('asks before it deletes, and says why it could not', async () => {
    await open([SELF, admin(2)]);
    desk.button(/^Delete/u, desk.row(anId(2))).click();
    const dialog = await desk.dialog();
    expect(dialog.textContent).toContain('\u2068admin.2@moien.example\u2069');
    desk.button('Delete', dialog).click();
    await desk.noDialog();
    await desk.refuse(path(2), 'LAST_ADMIN', 'DELETE');
    await desk.until(() => desk.toasts.includes('was not deleted. The last admin account cannot be banned or deleted'));
    expect(names().length).toBe(2);
  });

  it('asks again before it deletes somebody whom another admin changed meanwhile, with what has changed', async () => {
    await open([SELF, admin(3)]);
    desk.button(/^Delete/u, desk.row(anId(3))).click();
    desk.button('Delete', await desk.dialog()).click();
    await desk.noDialog();
    const refused = await desk.request(path(3), 'DELETE');
    expect(refused.request.headers.get('If-Match')).toBe(staffTag(admin(3), 'delete'));
    refused.flush({ statusCode: 409, code: 'STALE', message: 'no', current: BANNED, requestId: 'r-1' }, { status: 409, statusText: 'STALE' });
    const dialog = await desk.dialog();
    expect([find(dialog, 'del').textContent, find(dialog, 'ins').textContent.startsWith('Banned')]).toEqual(['Active', true]);
    desk.button('Delete', dialog).click();
    await desk.noDialog();
    expect((await desk.request(path(3), 'DELETE')).request.headers.get('If-Match')).toBe(staffTag(BANNED, 'delete'));
  });

  describe('for a new account', () => {
    const fill = (form: HTMLElement) => {
      type(form, '[name=name]', 'Zoé Klein');
      type(form, '[name=email]', 'zoe@moien.example');
      desk.button('Generate', form).click();
      desk.render();
    };

    it('sends what was typed, with a generated password, and shows who came', async () => {
      await open([SELF]);
      desk.button('New admin').click();
      const form = await desk.dialog();
      fill(form);
      expect(find(form, '[name=password]', HTMLInputElement).type).toBe('text');
      submit(form);
      const { request } = await desk.answer(PATH, { ok: true, user: admin(4, { name: 'Zoé Klein' }) }, 'POST');
      const body = request.body as FormData;
      expect([body.get('name'), body.get('email'), body.get('jobTitle'), body.get('photo')]).toEqual(['Zoé Klein', 'zoe@moien.example', null, null]);
      expect(body.get('password')).toHaveSize(20);
      await desk.noDialog();
      expect(names()).toEqual([SELF.name, 'Zoé Klein']);
    });

    it('puts the server’s complaints at their fields, until those are changed, and keeps the rest', async () => {
      await open([SELF]);
      desk.press('n');
      const form = await desk.dialog();
      fill(form);
      submit(form);
      await desk.refuse(PATH, 'EMAIL_TAKEN', 'POST');
      await desk.until(() => form.textContent.includes('Another account already uses this email.'));
      expect(document.activeElement).toBe(find(form, '[name=email]'));
      type(form, '[name=email]', 'zoe.klein@moien.example');
      desk.render();
      expect(form.textContent).not.toContain('Another account');
      submit(form);
      await desk.refuse(PATH, 'VALIDATION_FAILED', 'POST', [{ field: 'name', code: 'regex', message: 'no' }]);
      await desk.until(() => find(form, '#staff-name-problem').textContent.includes('The server does not accept this value.'));
      submit(form);
      await desk.refuse(PATH, 'UNSUPPORTED_MEDIA_TYPE', 'POST');
      await desk.until(() => find(form, '#photo-problem').textContent.includes('cannot be read'));
      submit(form);
      await desk.refuse(PATH, 'INTERNAL', 'POST');
      await desk.until(() => form.querySelector('.refusal')?.textContent.includes('r-1') ?? false);
      expect(find(form, '[name=name]', HTMLInputElement).value).toBe('Zoé Klein');
      desk.button('Cancel', form).click();
      desk.render();
      expect(form.textContent).toContain('Discard what you typed?');
      desk.button('Discard', form).click();
      await desk.noDialog();
      expect(document.querySelector('app-staff-form')).toBeNull();
    });
  });
});
