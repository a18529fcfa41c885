import { aRequest, requests } from '../../../../testing/partner-requests';
import { anId } from '../../../../testing/people';
import { QueueDesk } from '../../../../testing/queue-desk';

const AT = '2026-02-02T12:00:00.000Z';
const [FIRST = aRequest()] = requests(1);
const PATH = '/partner-places/requests';

describe('A partner request that is to be deleted', () => {
  it('is asked about again where somebody else has changed it, with what they changed', async () => {
    const desk = await QueueDesk.with(requests(3));
    await desk.choose(anId(1));
    desk.page.button('Delete…', desk.panel).click();
    desk.page.button('Delete', await desk.page.dialog()).click();
    const current = { ...FIRST, placeName: 'Chez Ana', updatedAt: AT };
    const body = { statusCode: 409, code: 'STALE', message: 'no', current, requestId: 'r-1' };
    (await desk.page.request(`${PATH}/${anId(1)}`, 'DELETE')).flush(body, { status: 409, statusText: 'STALE' });
    await desk.page.until(() => document.querySelector('[role=alertdialog]')?.textContent.includes('Chez Ana') === true);
    desk.page.button('Delete', await desk.page.dialog()).click();
    const again = await desk.page.request(`${PATH}/${anId(1)}`, 'DELETE');
    expect(again.request.headers.get('If-Match')).toBe(`"${AT}"`);
    again.flush({ ok: true });
    await desk.page.noDialog();
  });

  it('is asked about by its name first; then the panel goes on to the next', async () => {
    const desk = await QueueDesk.with(requests(3));
    await desk.choose(anId(1));
    desk.page.button('Delete…', desk.panel).click();
    const dialog = await desk.page.dialog();
    expect(dialog.textContent).toContain('Place 1');
    desk.page.button('Delete', dialog).click();
    desk.seq++;
    const request = await desk.page.request(`${PATH}/${anId(1)}`, 'DELETE');
    expect(request.request.headers.get('If-Match')).toBe(`"${FIRST.updatedAt}"`);
    request.flush({ ok: true });
    await desk.page.until(() => desk.panel.textContent.includes('Place 2'));
    await desk.page.noDialog();
  });
});
