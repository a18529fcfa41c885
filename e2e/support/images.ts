import { expect, type Locator, type Page } from '@playwright/test';
import sharp from 'sharp';
import type { SiteImageSlot } from '#contract/site-settings';

/** A file as a file picker takes it. */
export interface ImageFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

let painted = 0;

/** A photograph for any slot, another one each time. @param isHeavy of a few megabytes. */
export async function paint(isHeavy = false): Promise<ImageFile> {
  painted++;
  const background = { r: (painted * 67) % 256, g: (painted * 131) % 256, b: (painted * 29) % 256 };
  const grain = sharp({ create: { width: 1400, height: 900, channels: 3, background, noise: { type: 'gaussian', mean: 120, sigma: 60 } } });
  const plain = sharp({ create: { width: 2400, height: 1350, channels: 3, background } });
  const buffer = await (isHeavy ? grain : plain).png().toBuffer();
  return { name: `dish-${String(painted)}.png`, mimeType: 'image/png', buffer };
}

export async function openImages(page: Page): Promise<void> {
  await page.goto('/site-images');
  await expect(page.getByTestId('freshness-site-images')).toHaveAttribute('data-state', 'live');
}

export function slotOf(page: Page, slot: SiteImageSlot): Locator {
  return page.locator(`[data-slot="${slot}"]`);
}

/** Chooses a file in the picker that a slot's button opens. */
export async function choose(page: Page, slot: SiteImageSlot, { name, mimeType, buffer }: ImageFile): Promise<void> {
  const opened = page.waitForEvent('filechooser');
  await slotOf(page, slot)
    .getByRole('button', { name: /^(?:Add|Replace)/u })
    .click();
  await (await opened).setFiles({ name, mimeType, buffer });
}

/** Waits until a slot has an image other than `before`: loaded, or, where it may not be shown, told by its address. @returns that address. */
export async function newImage(page: Page, slot: SiteImageSlot, before: string | null = null): Promise<string> {
  let address: string | null = null;
  await expect(async () => {
    address = await slotOf(page, slot).evaluate((card) => {
      const image = card.querySelector('img');
      if (image) return image.complete && image.naturalWidth > 0 ? image.src : null;
      return card.querySelector('.address bdi')?.textContent ?? null;
    });
    expect(address).toMatch(/\/uploads\//u);
    expect(address).not.toBe(before);
  }).toPass({ timeout: 10_000 });
  return String(address);
}

/** Lets only so many of a page's bytes per second out. @returns what lets them out at full speed again. */
export async function slowUploads(page: Page, bytesPerSecond: number): Promise<() => Promise<void>> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Network.enable');
  const conditions = { offline: false, latency: 0, downloadThroughput: -1 };
  await cdp.send('Network.emulateNetworkConditions', { ...conditions, uploadThroughput: bytesPerSecond });
  // By the same session: each has conditions of its own, and the slowest counts.
  return async () => {
    await cdp.send('Network.emulateNetworkConditions', { ...conditions, uploadThroughput: -1 });
    await cdp.detach();
  };
}
