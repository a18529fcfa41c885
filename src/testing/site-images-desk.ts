import type { TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { ERROR_STATUS, type ErrorCode } from '#contract/errors';
import type { SiteImage } from '#contract/site-image-changes';
import { SITE_IMAGE_FRAMES } from '#contract/site-image-slots';
import type { SiteImageSlot } from '#contract/site-settings';
import { formatPositionHeader, POSITION_HEADER } from '#contract/stream';
import type { LanguageCode } from '../app/core/i18n/languages';
import { WIRE } from '../app/core/realtime/wire-token';
import { siteImagesRoutes } from '../app/features/site-images/site-images.routes';
import type { FakeSocket, FakeWire } from './fake-socket';
import { find } from './find';
import { PageDesk } from './page-desk';
import { refusal } from './tab';

const LOG = 'log1';

type Urls = Partial<Record<SiteImageSlot, string | null>>;

interface DeskOptions {
  readonly language?: LanguageCode;
  /** The address it is opened with. */
  readonly url?: string;
}

/** @returns an image of so many pixels, as a camera would have made it. */
export async function anImageFile(width = 2400, height = 1350): Promise<File> {
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.fillRect(0, 0, width / 2, height);
  return new File([await canvas.convertToBlob({ type: 'image/png' })], 'dish.png', { type: 'image/png' });
}

/** The page of the site's images, with a spec as the server behind it. */
export class SiteImagesDesk {
  /** The number of the last event the server gave out. */
  seq = 5;
  private constructor(
    readonly page: PageDesk,
    readonly socket: FakeSocket,
  ) {}

  /** Opens the page and the connection; nothing has been answered yet. */
  static async open({ language = 'en', url = '/site-images' }: DeskOptions = {}): Promise<SiteImagesDesk> {
    const page = await PageDesk.open(siteImagesRoutes, { language, url });
    const socket = (TestBed.inject(WIRE) as FakeWire).socket('/site-settings');
    const desk = new SiteImagesDesk(page, socket);
    socket.connect();
    socket.accept();
    socket.say('stream', { log: LOG, head: desk.seq, events: [] });
    return desk;
  }

  /** Opens the page with these images on it, and no others. */
  static async with(urls: Urls, options?: DeskOptions): Promise<SiteImagesDesk> {
    const desk = await SiteImagesDesk.open(options);
    await desk.answerImages(urls);
    return desk;
  }

  /** The slots on the screen, in their order. */
  get slots(): (string | undefined)[] {
    return [...this.page.element.querySelectorAll<HTMLElement>('[data-slot]')].map(({ dataset }) => dataset['slot']);
  }
  slot(slot: SiteImageSlot): HTMLElement {
    return this.page.one(`[data-slot="${slot}"]`);
  }
  /** What stands in and below a slot's frame. */
  words(slot: SiteImageSlot): string {
    return this.slot(slot).textContent.replace(/\s+/gu, ' ').trim();
  }
  /** The image that is shown in a slot. */
  image(slot: SiteImageSlot): HTMLImageElement | null {
    return this.slot(slot).querySelector('img');
  }
  press(slot: SiteImageSlot, button: RegExp): void {
    this.page.button(button, this.slot(slot)).click();
    this.page.render();
  }

  /** Opens a slot's file picker. It shows nothing: the browser sees that no person asked for it. */
  beginToChoose(slot: SiteImageSlot): void {
    find(this.slot(slot), '.caption button').click();
  }
  /** Chooses files in the picker. */
  choose(slot: SiteImageSlot, ...files: readonly File[]): void {
    const picker = find(this.slot(slot), 'input[type=file]', HTMLInputElement);
    picker.files = transferOf(files).files;
    picker.dispatchEvent(new Event('change'));
    this.page.render();
  }
  drag(type: 'dragover' | 'drop', onto: Element, ...files: readonly File[]): DragEvent {
    const event = new DragEvent(type, { dataTransfer: transferOf(files), bubbles: true, cancelable: true });
    onto.dispatchEvent(event);
    this.page.render();
    return event;
  }
  /** Pastes where the focus is. */
  paste(...files: readonly File[]): void {
    const event = new ClipboardEvent('paste', { clipboardData: transferOf(files), bubbles: true, cancelable: true });
    (document.activeElement ?? document.body).dispatchEvent(event);
    this.page.render();
  }

  /** Waits for a request to this path below `/site-settings`. */
  request(path: string, method = 'POST'): Promise<TestRequest> {
    return this.page.request(`/site-settings${path}`, method);
  }
  /** Answers the next request for all images, at the present position. */
  async answerImages(urls: Urls): Promise<void> {
    const data = SITE_IMAGE_FRAMES.map(({ slot }) => anImage(slot, urls[slot] ?? null));
    (await this.request('/images', 'GET')).flush({ data }, this.positioned());
    await this.page.until(() => this.page.element.querySelector('[data-slot]') !== null);
  }
  /** Answers a change, whose last event is the next one. */
  answerChange(request: TestRequest, slot: SiteImageSlot, url: string | null): void {
    this.seq++;
    request.flush({ ok: true, ...anImage(slot, url) }, this.positioned());
    this.page.render();
  }
  refuse(request: TestRequest, code: ErrorCode, current?: SiteImage): void {
    request.flush({ ...refusal(code), ...(current && { current }) }, { status: ERROR_STATUS[code], statusText: code });
    this.page.render();
  }

  /** The server tells everybody; `seq` is the event's number. */
  tell(event: string, payload: object, seq = ++this.seq): void {
    this.socket.say('stream', { log: LOG, head: seq, events: [{ seq, event, payload, at: '2026-02-01T12:00:00.000Z' }] });
  }

  private positioned(): { headers: Record<string, string> } {
    return { headers: { [POSITION_HEADER]: formatPositionHeader('site-settings', { log: LOG, seq: this.seq }) } };
  }
}

export function anImage(slot: SiteImageSlot, url: string | null, differences: Partial<SiteImage> = {}): SiteImage {
  const page = SITE_IMAGE_FRAMES.find((frame) => frame.slot === slot)?.page ?? 'landing';
  return { page, slot, url, changedBy: null, changedAt: null, restorableUntil: null, ...differences };
}

function transferOf(files: readonly File[]): DataTransfer {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  return transfer;
}
