import type { SiteImageFrame } from '#contract/site-image-slots';
import sharp from 'sharp';

/** `[sky, hill, field, sun]`, one set a slot, in turn. */
const COLOURS = [
  ['#fde2c4', '#e9a178', '#b5654a', '#fff3e0'],
  ['#cfe8e4', '#6fae9f', '#2f6f64', '#f7fbf9'],
  ['#d9e2f3', '#7f9ac7', '#3f5a8c', '#ffffff'],
  ['#fbe3e1', '#d98880', '#943f3a', '#fff7f5'],
  ['#f4efcf', '#c7b464', '#7f7135', '#fffdf0'],
] as const;
/** Drawn at a third of the frame: small files, and still sharp enough for a preview. */
const SCALE = 1 / 3;

/** A drawn landscape in a slot's shape, as WebP: something to look at, another for each `n`, the same at each run. */
export function demoSiteImage({ width, height }: Pick<SiteImageFrame, 'width' | 'height'>, n: number): Promise<Buffer> {
  const [sky, hill, field, sun] = COLOURS[n % COLOURS.length] ?? COLOURS[0];
  const [w, h] = [Math.round(width * SCALE), Math.round(height * SCALE)];
  const lean = 0.3 + 0.1 * (n % 5);
  return sharp(
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${String(w)}" height="${String(h)}">
      <rect width="${String(w)}" height="${String(h)}" fill="${sky}"/>
      <circle cx="${String(w * lean)}" cy="${String(h * 0.36)}" r="${String(h * 0.14)}" fill="${sun}"/>
      <ellipse cx="${String(w * (1 - lean))}" cy="${String(h)}" rx="${String(w * 0.6)}" ry="${String(h * 0.5)}" fill="${hill}"/>
      <ellipse cx="${String(w * lean)}" cy="${String(h * 1.1)}" rx="${String(w * 0.8)}" ry="${String(h * 0.42)}" fill="${field}"/>
    </svg>`),
  )
    .webp()
    .toBuffer();
}
