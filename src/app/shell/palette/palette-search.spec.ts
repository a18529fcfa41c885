import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { eventually } from '../../../testing/eventually';
import { PaletteDesk } from '../../../testing/palette-desk';
import { aRequest } from '../../../testing/partner-requests';
import { aColleague, aUser, anId } from '../../../testing/people';
import { refusal, TEST_ORIGIN } from '../../../testing/tab';

describe('What the command palette finds', () => {
  let desk: PaletteDesk;
  const open = async (options?: Parameters<typeof PaletteDesk.open>[0]) => (desk = await PaletteDesk.open(options));
  afterEach(() => desk.close());

  it('finds users by what is typed, and opens one', async () => {
    const { type, press, options, active } = await open();
    await type(' ana ');
    const { request } = await desk.answerAll({ users: [aUser({ id: anId(7), fullName: 'Ana Maria Souza', email: 'ana@example.com' })] });
    expect(request.params.get('q')).toBe('ana');
    await eventually(() => options().length === 2);
    await press('ArrowDown');
    await press('ArrowUp');
    expect(active()).toContain('Ana Maria Souza');
    await press('Enter');
    await eventually(() => TestBed.inject(Router).url === `/users?user=${anId(7)}`);
    expect(document.querySelector('app-palette')).toBeNull();
  });

  it('leads to the whole list of those that match', async () => {
    const { type, press, active } = await open();
    await type('zz top');
    expect(active()).toBe('All users that match “\u2068zz top\u2069”');
    await press('Enter');
    await eventually(() => TestBed.inject(Router).url === '/users?q=zz%20top');
    expect(TestBed.inject(Router).url).toBe('/users?q=zz%20top');
  });

  it('asks once for what was typed in one go, and gives up what is not wanted any more', async () => {
    const { type, options } = await open();
    await type('a');
    await type('an');
    await type('ana');
    const first = await desk.tab.request('/users');
    expect(first.request.params.get('q')).toBe('ana');
    await type('bob');
    expect(first.cancelled).toBeTrue();
    await desk.answerUsers(aUser({ fullName: 'Bob Marley Junior' }));
    await eventually(() => options()[0]?.includes('Bob Marley Junior'));
    desk.tab.server.expectNone(`${TEST_ORIGIN}/api/v1/users`);
  });

  it('keeps to what was chosen when the answer comes', async () => {
    const { type, press, options, active } = await open();
    await type('t');
    await press('ArrowDown');
    const chosen = active();
    await desk.answerUsers(aUser());
    await eventually(() => options().some((option) => option.includes('Ana Maria')));
    expect(active()).toBe(chosen);
  });

  it('says that nothing matches', async () => {
    const { type, options, status } = await open();
    await type('xyz');
    expect(status()).toBe('Searching…');
    await desk.answerAll();
    await eventually(() => status() === 'Nothing matches');
    expect(options()).toEqual([]);
  });

  it('says why users could not be searched, quotes the request, and tries again', async () => {
    const { element, type, options } = await open();
    await type('ana');
    (await desk.tab.request('/users')).flush(refusal('INTERNAL'), { status: 500, statusText: '' });
    const alert = await eventually(() => element.querySelector('[role=alert]') ?? undefined);
    expect(alert.textContent).toContain('Something went wrong on the server.');
    expect(alert.querySelector('bdi')?.textContent).toBe('r-1');
    alert.querySelector('button')?.click();
    await desk.answerUsers(aUser());
    await eventually(() => options()[0]?.includes('Ana Maria'));
    expect(element.querySelector('[role=alert]')).toBeNull();
  });

  it('finds partner places and staff as well, asked for once however much is typed', async () => {
    const { type, options } = await open();
    await type('chez');
    await desk.answerAll({ places: [aRequest()], staff: [aColleague({ name: 'Chezarina Weber' })] });
    await eventually(() => options().length === 2);
    expect(options()[0]).toContain('Chez Ana');
    expect(options()[0]).toContain('Ana Souza · Esch-sur-Alzette');
    expect(options()[1]).toContain('Chezarina Weber');
    await type('chez ana');
    await desk.answerUsers();
    await eventually(() => options().length === 1);
    desk.tab.server.expectNone(() => true);
  });

  it('shows commands that match beside people, what answers best first', async () => {
    const { type, options } = await open();
    await type('mar');
    await desk.answerAll({
      users: [aUser({ id: anId(1), fullName: 'Anna Lamar Weis' }), aUser({ id: anId(2), fullName: 'Maria da Silva' }), aUser({ id: anId(3), fullName: 'Mar' })],
    });
    await eventually(() => options().length >= 5);
    const at = (text: string) => options().findIndex((option) => option.includes(text));
    expect([at('Maria da Silva') > at('Mar'), at('Anna Lamar') > at('Maria da Silva')]).toEqual([true, true]);
    expect(options()).toContain('Mark all as read');
  });

  it('says which source failed, and hides none of the others', async () => {
    const { element, type, options } = await open();
    await type('ana');
    await desk.answerUsers(aUser());
    await desk.tab.refuse('/partner-places/requests', 'INTERNAL');
    await desk.tab.answer('/admin-staff', { ok: true, data: [aColleague({ name: 'Anabel Weber' })] });
    const alert = await eventually(() => element.querySelector('[role=alert]') ?? undefined);
    expect(alert.textContent).toContain('Partner places could not be searched.');
    await eventually(() => options().some((option) => option.includes('Anabel Weber')));
    expect(options().some((option) => option.includes('Ana Maria'))).toBeTrue();
    alert.querySelector('button')?.click();
    await desk.answerPlaces(aRequest());
    await eventually(() => options().some((option) => option.includes('Chez Ana')));
  });
});
