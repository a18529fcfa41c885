import type { TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { PartnerPlacesChanged, PartnerRequest } from '#contract/partner-places';
import { formatPositionHeader, POSITION_HEADER } from '#contract/stream';
import { WIRE } from '../app/core/realtime/wire-token';
import { partnerPlacesRoutes } from '../app/features/partner-places/partner-places.routes';
import { eventually } from './eventually';
import { FakeWire } from './fake-socket';
import { PageDesk, type PageOptions } from './page-desk';

const LOG = 'log1';
const PATH = '/partner-places/requests';
const AT = '2026-02-01T12:00:00.000Z';

/** The queue as an admin sits before it, with a spec as the server behind it. */
export class QueueDesk {
  /** The number of the last event the server gave out. */
  seq = 5;
  private constructor(readonly page: PageDesk) {}

  /** Opens the page and the connection; nothing has been answered yet. */
  static async open(options: Partial<PageOptions> = {}): Promise<QueueDesk> {
    const page = await PageDesk.open(partnerPlacesRoutes, { url: '/partner-places', ...options });
    Object.assign(page.element.style, { blockSize: '640px', overflow: 'hidden' });
    const desk = new QueueDesk(page);
    desk.socket.connect();
    desk.socket.accept();
    desk.socket.say('stream', { log: LOG, head: desk.seq, events: [] });
    return desk;
  }

  /** Opens the page with these requests in the list. */
  static async with(rows: readonly PartnerRequest[], options: Partial<PageOptions> = {}): Promise<QueueDesk> {
    const desk = await QueueDesk.open(options);
    await desk.answerList(rows);
    return desk;
  }

  private get socket() {
    return (TestBed.inject(WIRE) as FakeWire).socket('/partner-places');
  }
  /** The places in the list, from top to bottom. */
  get places(): string[] {
    return [...this.page.element.querySelectorAll('[data-id] strong')].map(({ textContent }) => textContent);
  }
  get panel(): HTMLElement {
    return this.page.one('app-request-panel');
  }
  get field(): HTMLTextAreaElement {
    return this.page.one('app-composer textarea', HTMLTextAreaElement);
  }

  /** Opens a request and waits for its details. */
  async choose(id: string): Promise<void> {
    this.page.row(id).querySelector('a')?.click();
    await this.page.until(() => this.page.element.querySelector('app-request-panel h2') !== null);
  }
  async compose(action: string, text: string): Promise<void> {
    this.page.button(action, this.panel).click();
    await this.page.until(() => this.page.element.querySelector('app-composer') !== null);
    this.write(text);
  }
  write(text: string): void {
    this.field.value = text;
    this.field.dispatchEvent(new Event('input'));
    this.page.render();
  }
  send(): void {
    this.page.one('app-composer [type=submit]').click();
    this.page.render();
  }

  /** Answers the next request for a page, at the present position. */
  async answerList(rows: readonly PartnerRequest[]): Promise<TestRequest> {
    const request = await this.page.request(PATH);
    request.flush({ data: rows, pagination: { limit: 100, total: rows.length, totalRelation: 'eq', nextCursor: null } }, this.positioned());
    await this.page.until(() => this.page.element.querySelector('app-queue-list, app-empty-state') !== null);
    return request;
  }
  /** Answers a request for single rows. */
  async answerRows(...rows: readonly PartnerRequest[]): Promise<void> {
    const request = await this.page.request(PATH);
    expect(request.request.params.has('ids')).toBeTrue();
    request.flush({ data: rows, pagination: { limit: 100, total: rows.length, nextCursor: null } }, this.positioned());
  }
  async answerOne(row: PartnerRequest): Promise<void> {
    (await this.page.request(`${PATH}/${row.id}`)).flush({ data: row }, this.positioned());
    this.page.render();
  }
  /** Answers a change, whose event is the next one. */
  async answerChange(action: string, row: PartnerRequest): Promise<TestRequest> {
    const request = await this.page.request(`${PATH}/${row.id}/${action}`, 'POST');
    this.seq++;
    request.flush({ ok: true, request: row }, this.positioned());
    this.page.render();
    return request;
  }
  async answerCanned(): Promise<void> {
    await this.page.answer('/partner-places/canned-replies', {
      data: [
        { id: 'c1', action: 'reject', title: { en: 'Too far', ar: 'بعيد' }, body: { en: 'Dear {contactName}, too far.', ar: 'عزيزنا {contactName}، بعيد.' } },
        { id: 'c2', action: 'approve', title: { en: 'Welcome', ar: 'أهلًا' }, body: { en: 'Welcome!', ar: 'أهلًا!' } },
      ],
    });
    await this.page.until(() => this.page.element.querySelector('.chip') !== null);
  }

  /** The server tells everybody; `seq` is the event's number. */
  tell(kind: PartnerPlacesChanged['kind'], id: string, seq = ++this.seq): void {
    const payload: PartnerPlacesChanged = { kind, id, at: AT };
    this.socket.say('stream', { log: LOG, head: seq, events: [{ seq, event: 'partner-places.changed', payload, at: AT }] });
  }

  /** Waits until the list is this. */
  async shows(...places: string[]): Promise<void> {
    await eventually(() => {
      this.page.render();
      return this.places.join() === places.join();
    });
  }

  private positioned(): { headers: Record<string, string> } {
    return { headers: { [POSITION_HEADER]: formatPositionHeader('partner-places', { log: LOG, seq: this.seq }) } };
  }
}
