import sharp from 'sharp';
import type { ErrorCode } from '#contract/errors';
import { ApiException } from '../http/api-exception';
import { reEncode } from './re-encode';

const codeOf = (upload: Uint8Array): Promise<ErrorCode | undefined> =>
  reEncode(upload, 512).then(
    () => undefined,
    (error: unknown) => (error instanceof ApiException ? error.code : Promise.reject(error as Error)),
  );
const picture = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: 'teal' } });

describe('reEncode', () => {
  for (const format of ['jpeg', 'png', 'webp', 'avif', 'gif'] as const) {
    it(`draws ${format} anew as WebP, no side too long, in proportion`, async () => {
      const { format: made, width, height } = await sharp(await reEncode(await picture(1200, 600).toFormat(format).toBuffer(), 512)).metadata();
      expect({ made, width, height }).toEqual({ made: 'webp', width: 512, height: 256 });
    });
  }

  /** So many frames, each of another colour. */
  const moving = async (frames: number, side: number) => {
    const frame = (n: number) => sharp({ create: { width: side, height: side, channels: 3, background: { r: n * 10, g: 0, b: 0 } } });
    const pictures = await Promise.all(Array.from({ length: frames }, (_, n) => frame(n).png().toBuffer()));
    return sharp(pictures, { join: { animated: true } });
  };

  for (const format of ['gif', 'webp'] as const) {
    it(`lets a moving ${format} move on, at its pace`, async () => {
      const made = await reEncode(await (await moving(3, 600)).toFormat(format, { delay: [100, 200, 300] }).toBuffer(), 512);
      const { pages, width, height, delay } = await sharp(made).metadata();
      expect({ pages, width, height, delay }).toEqual({ pages: 3, width: 512, height: 512, delay: [100, 200, 300] });
    });
  }

  it('takes the first frame of one whose frames have too many pixels together', async () => {
    const { pages = 1, width } = await sharp(await reEncode(await (await moving(7, 2000)).gif({ effort: 1 }).toBuffer(), 512)).metadata();
    expect({ pages, width }).toEqual({ pages: 1, width: 512 });
  });

  it('leaves a small image as small as it is', async () => {
    expect((await sharp(await reEncode(await picture(20, 10).png().toBuffer(), 512)).metadata()).width).toBe(20);
  });

  it('turns a photo upright, then forgets its orientation and where it was taken', async () => {
    const gps = { IFD0: { Orientation: '6' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '49/1 36/1 0/1' } };
    const taken = await picture(40, 20).withExif(gps).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const { width, height, orientation, exif } = await sharp(await reEncode(taken, 512)).metadata();
    expect({ width, height, orientation, exif }).toEqual({ width: 20, height: 40, orientation: undefined, exif: undefined });
  });

  it('drops what was appended to an image', async () => {
    const smuggler = Buffer.concat([await picture(20, 10).jpeg().toBuffer(), Buffer.from('<script>alert(1)</script>')]);
    expect((await reEncode(smuggler, 512)).includes('<script>')).toBeFalse();
  });

  const SVG = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>';
  const NO_IMAGES: Readonly<Record<string, Uint8Array>> = {
    'an SVG': Buffer.from(SVG),
    'an SVG with an XML prolog': Buffer.from(`<?xml version="1.0"?>${SVG}`),
    'a web page': Buffer.from('<!doctype html><script>alert(1)</script>'),
    'a PDF': Buffer.from('%PDF-1.7\n'),
    'an empty file': new Uint8Array(),
    'a PNG of nothing but its signature': Buffer.from('89504e470d0a1a0a', 'hex'),
    'a GIF whose content is a script': Buffer.from('GIF89a/*****/=1;alert(1)'),
  };
  for (const [what, upload] of Object.entries(NO_IMAGES)) {
    it(`refuses ${what}`, async () => {
      expect(await codeOf(upload)).toBe('UNSUPPORTED_MEDIA_TYPE');
    });
  }

  it('refuses an image that breaks off', async () => {
    const noisy = sharp({ create: { width: 300, height: 300, channels: 3, background: 'teal', noise: { type: 'gaussian', mean: 100, sigma: 40 } } });
    const whole = await noisy.jpeg().toBuffer();
    expect(await codeOf(whole.subarray(0, whole.length / 2))).toBe('UNSUPPORTED_MEDIA_TYPE');
  });

  it('refuses a small file that would unfold to a huge picture, by its header', async () => {
    const bomb = await picture(6000, 5000).png({ compressionLevel: 9 }).toBuffer();
    expect(await codeOf(bomb)).toBe('PAYLOAD_TOO_LARGE');
  });
});
