import { accessibilityFaults } from '../../../../testing/axe';
import { eventually } from '../../../../testing/eventually';
import { users, UsersDesk } from '../../../../testing/users-desk';
import { LANGUAGES } from '../../../core/i18n/languages';

const SUMMARY = {
  total: 1500,
  active: 1400,
  banned: 100,
  emailVerified: 900,
  phoneVerified: 800,
  byCountry: [
    { countryCode: 'DE', countryName: 'Germany', total: 300 },
    { countryCode: 'LU', countryName: 'Luxembourg', total: 1200 },
  ],
};

describe('The filters', () => {
  afterEach(() => localStorage.removeItem('moien.language'));

  const open = async (url: string, language: 'en' | 'ar' = 'en'): Promise<[UsersDesk, HTMLElement]> => {
    const desk = await UsersDesk.with(users(2), { url, language });
    desk.one<HTMLButtonElement>('app-popover button', HTMLButtonElement).click();
    (await desk.request('/users/summary')).flush(SUMMARY);
    const panel = await eventually(() => {
      desk.render();
      return desk.element.querySelector<HTMLElement>('app-filters-panel .list')?.closest<HTMLElement>('app-filters-panel') ?? undefined;
    });
    return [desk, panel];
  };
  const box = (panel: HTMLElement, text: string) =>
    [...panel.querySelectorAll('label')].find((label) => label.textContent.includes(text))?.querySelector('input') ?? new HTMLInputElement();

  for (const language of LANGUAGES)
    it(`have no accessibility faults in ${language}`, async () => {
      const [desk, panel] = await open('/users', language);
      await desk.still();
      expect(await accessibilityFaults(panel)).toEqual([]);
    });

  it('say how many users each country has, the most first, and go into the address', async () => {
    const [desk, panel] = await open('/users');
    expect([...panel.querySelectorAll<HTMLElement>('.list label')].map(({ innerText }) => innerText.replace(/\s+/gu, ' '))).toEqual([
      'Luxembourg 1,200',
      'Germany 300',
    ]);
    box(panel, 'Germany').click();
    await eventually(() => desk.url === '/users?country=DE');
    box(panel, 'Luxembourg').click();
    await eventually(() => desk.url === '/users?country=DE,LU');
    box(panel, 'Both verified').click();
    await eventually(() => desk.url === '/users?country=DE,LU&verified=both');
    const request = await eventually(() => desk.server.match(({ params }) => params.get('verified') === 'both')[0]);
    expect(request.request.params.get('country')).toBe('DE,LU');
    desk.render();
    expect(desk.one('app-popover .count').textContent).toBe('3');
  });

  it('come from the address, and are cleared as one', async () => {
    const [desk, panel] = await open('/users?country=FR&verified=none&status=active');
    expect(box(panel, 'France').checked).toBeTrue();
    expect(box(panel, 'Neither verified').checked).toBeTrue();
    desk.button('Clear filters', panel).click();
    await eventually(() => desk.url === '/users?status=active');
  });

  it('say why countries are missing, and count again', async () => {
    const desk = await UsersDesk.with(users(2));
    desk.one<HTMLButtonElement>('app-popover button', HTMLButtonElement).click();
    await desk.refuse('/users/summary', 'GET', 'INTERNAL');
    await eventually(() => {
      desk.render();
      return desk.element.querySelector('app-filters-panel app-error-state') !== null;
    });
    desk.button('Try again', desk.one('app-filters-panel')).click();
    (await desk.request('/users/summary')).flush(SUMMARY);
    await eventually(() => {
      desk.render();
      return desk.element.querySelector('app-filters-panel .list') !== null;
    });
    expect(desk.one('app-filters-panel').textContent).toContain('1,200');
  });
});
