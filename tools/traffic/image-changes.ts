import sharp from 'sharp';
import { SITE_IMAGE_FRAMES, siteImagePath, type SiteImageFrame } from '#contract/site-image-slots';
import type { SiteImageSlot } from '#contract/site-settings';
import type { AdminApi } from '../admin-api';
import type { Change } from './change';
import { oneOf } from './people';

/** Drawn at a quarter of the frame: small files, in the right shape. */
const SCALE = 1 / 4;

/** Makes one real change at a time to the site's images: most are replaced; some are removed, and put back later. */
export class ImageChanges {
  private readonly removed = new Set<SiteImageSlot>();

  constructor(private readonly api: AdminApi) {}

  /** @throws ApiError when the server refuses it, say because another admin removed the image first. */
  async make(): Promise<Change> {
    const frame = oneOf(SITE_IMAGE_FRAMES);
    const { slot } = frame;
    const path = siteImagePath(slot);
    if (this.removed.delete(slot)) {
      await this.api.request('POST', `${path}/restore`);
      return 'changed';
    }
    // Emptied once, a slot is known to be empty, whatever the answer: it is filled next.
    if (Math.random() < 0.2) {
      this.removed.add(slot);
      await this.api.request('DELETE', path);
      return 'deleted';
    }
    await this.api.request('POST', `${path}/upload`, form('image', await picture(frame)));
    return 'changed';
  }
}

/** A portrait for a user, as an admin would send one. */
export async function portrait(): Promise<FormData> {
  return form('photo', await picture({ width: 512, height: 512 }));
}

/** Hills in colours of their own, as JPEG: another each time. */
function picture({ width, height }: Pick<SiteImageFrame, 'width' | 'height'>): Promise<Buffer> {
  const [w, h] = [Math.round(width * SCALE), Math.round(height * SCALE)];
  const hue = Math.floor(Math.random() * 360);
  const lean = 0.25 + 0.5 * Math.random();
  const hill = (x: number, y: number, colour: string): string =>
    `<ellipse cx="${String(w * x)}" cy="${String(h * y)}" rx="${String(w * 0.7)}" ry="${String(h * 0.45)}" fill="${colour}"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${String(w)}" height="${String(h)}">
    <rect width="100%" height="100%" fill="hsl(${String(hue)}, 55%, 86%)"/>
    ${hill(lean, 1, `hsl(${String(hue)}, 40%, 60%)`)}${hill(1 - lean, 1.1, `hsl(${String((hue + 40) % 360)}, 40%, 38%)`)}
  </svg>`;
  return sharp(Buffer.from(svg)).jpeg().toBuffer();
}

function form(field: string, content: Buffer): FormData {
  const data = new FormData();
  data.set(field, new Blob([Uint8Array.from(content)], { type: 'image/jpeg' }), `${field}.jpg`);
  return data;
}
