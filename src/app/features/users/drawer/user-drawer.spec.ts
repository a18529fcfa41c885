import type { ActivityEntry } from '#contract/activity';
import { eventually } from '../../../../testing/eventually';
import { anId, aUser } from '../../../../testing/people';
import { users, UsersDesk } from '../../../../testing/users-desk';

const BANNED = { isBanned: true, bannedAt: '2026-02-01T12:00:00.000Z' };
const ANA = aUser({ fullName: 'User Number 1', email: 'user.1@example.com' });
const STRANGER = aUser({ id: anId(50), fullName: 'Not Loaded Yet' });
const LINK = `/users?user=${anId(1)}`;
const entry = (kind: string, more: Partial<ActivityEntry> = {}): ActivityEntry => ({
  namespace: 'users',
  seq: 1,
  kind,
  actor: { kind: 'admin', id: anId(900), name: 'Lea Weber' },
  subject: { id: anId(1), label: 'User Number 1' },
  note: null,
  at: '2026-02-01T12:00:00.000Z',
  ...more,
});

describe('The details of a user', () => {
  afterEach(() => localStorage.removeItem('moien.language'));

  const drawer = (desk: UsersDesk) => desk.one('app-user-drawer');
  const says = (desk: UsersDesk, text: string) => eventually(() => drawer(desk).textContent.includes(text));

  it('open by a link, with why somebody is banned and what happened', async () => {
    const user = { ...ANA, ...BANNED };
    const desk = await UsersDesk.with([user], { url: LINK });
    await desk.answerDetails(user, { banReason: 'Fraud', history: [entry('user.banned', { note: 'Fraud', seq: 2 }), entry('user.merged')] });
    await says(desk, 'Fraud');
    expect(drawer(desk).textContent).toContain('Banned since 1 Feb 2026');
    expect([...drawer(desk).querySelectorAll('li p')].map(({ textContent }) => textContent.replace(/\s+/gu, ' ').trim())).toEqual([
      'Banned by \u2068Lea Weber\u2069',
      'Changed by \u2068Lea Weber\u2069',
    ]);
  });

  it('are of a user whom the list does not have, too', async () => {
    const desk = await UsersDesk.with(users(2), { url: `/users?user=${anId(50)}` });
    await desk.answerDetails(STRANGER);
    await says(desk, 'Not Loaded Yet');
    const renamed = { ...STRANGER, fullName: 'Renamed Since Then' };
    desk.tell('users.updated', renamed);
    await desk.answerDetails(renamed);
    await says(desk, 'Renamed Since Then');
    expect(drawer(desk).querySelectorAll('dd').length).toBe(5);
  });

  it('follow the live row', async () => {
    const desk = await UsersDesk.with([ANA, ...users(2).slice(1)], { url: LINK });
    await desk.answerDetails(ANA);
    desk.tell('users.updated', { ...ANA, ...BANNED });
    await says(desk, 'Banned');
    await desk.answerDetails({ ...ANA, ...BANNED }, { banReason: 'Spam' });
    await says(desk, 'Spam');
    expect(desk.button('Unban', drawer(desk))).toBeTruthy();
  });

  it('say so when the user is deleted meanwhile, and offer nothing more', async () => {
    const desk = await UsersDesk.with([ANA, ...users(2).slice(1)], { url: LINK });
    await desk.answerDetails(ANA);
    desk.tell('users.deleted', { id: anId(1) });
    await desk.refuse(`/users/${anId(1)}`, 'GET', 'NOT_FOUND');
    await says(desk, 'This user is no longer available');
    expect(drawer(desk).querySelector('h2')?.textContent).toBe('User Number 1');
    expect(drawer(desk).querySelector('.actions')).toBeNull();
  });

  it('say why there are none, and try again', async () => {
    const desk = await UsersDesk.with(users(2), { url: `/users?user=${anId(50)}` });
    await desk.refuse(`/users/${anId(50)}`, 'GET', 'INTERNAL');
    await says(desk, 'Something went wrong on the server.');
    desk.button('Try again', drawer(desk)).click();
    await desk.answerDetails(STRANGER);
    await says(desk, 'Not Loaded Yet');
    expect(drawer(desk).querySelector('app-error-state')).toBeNull();
  });

  it('end their history by saying since when there is a record, however little is in it', async () => {
    const desk = await UsersDesk.with([ANA, ...users(2).slice(1)], { url: LINK });
    await desk.answerDetails(ANA);
    await says(desk, 'The record begins');
    expect(drawer(desk).querySelector('.end')?.textContent.trim()).toBe('The record begins on 15 Jan 2026.');
  });

  it('show the older part of a long history when asked', async () => {
    const desk = await UsersDesk.with([ANA, ...users(2).slice(1)], { url: LINK });
    await desk.answerDetails(ANA, { history: [entry('user.renamed', { seq: 9 })], nextCursor: '8' });
    await says(desk, 'Name changed');
    expect(drawer(desk).textContent).not.toContain('The record begins');
    desk.button('Show older', drawer(desk)).click();
    await desk.answerDetails(ANA, { history: [entry('user.renamed', { seq: 9 }), entry('user.registered', { seq: 3 })] });
    await says(desk, 'The record begins on 15 Jan 2026.');
    expect(drawer(desk).querySelectorAll('li').length).toBe(2);
  });

  it('go without a history where the server keeps none', async () => {
    const desk = await UsersDesk.with([ANA, ...users(2).slice(1)], { url: LINK });
    (await desk.request(`/users/${anId(1)}`)).flush({ data: { ...ANA, banReason: null, updatedAt: BANNED.bannedAt } });
    await desk.refuse('/activity', 'GET', 'NOT_FOUND');
    await says(desk, 'user.1@example.com');
    expect(drawer(desk).textContent).not.toContain('History');
  });

  it('close by their button', async () => {
    const desk = await UsersDesk.with([ANA, ...users(2).slice(1)], { url: LINK });
    await desk.answerDetails(ANA);
    desk.button('Close details').click();
    await eventually(() => desk.url === '/users');
    desk.render();
    expect(desk.element.querySelector('app-user-drawer')).toBeNull();
  });
});
