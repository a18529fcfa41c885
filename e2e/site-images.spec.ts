import { choose, newImage, openImages, paint, slotOf, slowUploads } from './support/images';
import { SECOND_ADMIN } from './support/product';
import { signIn } from './support/sign-in';
import { expect, test } from './support/test';

const HEAVY_SECONDS = 30;

test.describe('two admins look after the images of the site', () => {
  test.beforeEach(async ({ page, colleague, product }) => {
    await signIn(page, product);
    await signIn(colleague, product, SECOND_ADMIN);
    for (const screen of [page, colleague]) await openImages(screen);
  });

  test('one replaces an image, and takes it back: both see each, in its place', async ({ page, colleague }) => {
    await choose(page, 'whyFresh', await paint());
    const first = await newImage(page, 'whyFresh');
    expect(await newImage(colleague, 'whyFresh')).toBe(first);
    await choose(page, 'whyFresh', await paint());
    const second = await newImage(page, 'whyFresh', first);
    expect(await newImage(colleague, 'whyFresh', first)).toBe(second);
    await page.getByRole('button', { name: 'Undo' }).last().click();
    for (const screen of [page, colleague]) expect(await newImage(screen, 'whyFresh', second)).toBe(first);
  });

  test('one removes an image, and brings it back: both see each', async ({ page, colleague }) => {
    await choose(colleague, 'whyFast', await paint());
    const image = await newImage(page, 'whyFast');
    await slotOf(page, 'whyFast')
      .getByRole('button', { name: /^Remove/u })
      .click();
    for (const screen of [page, colleague]) await expect(slotOf(screen, 'whyFast')).toContainText('No image yet');
    await page.getByRole('button', { name: 'Undo' }).click();
    for (const screen of [page, colleague]) expect(await newImage(screen, 'whyFast')).toBe(image);
  });

  test('a file that lies about what it is, or is too large, is refused in words, and nobody sees anything of it', async ({ page, colleague }) => {
    const requests: string[] = [];
    page.on('request', (request) => requests.push(`${request.method()} ${new URL(request.url()).pathname}`));
    await choose(page, 'whySupport', { name: 'dish.png', mimeType: 'image/png', buffer: Buffer.from('<svg onload="alert(1)"></svg>') });
    await expect(slotOf(page, 'whySupport').getByRole('alert')).toContainText('is not an image that the site can show');
    const { buffer } = await paint();
    await choose(page, 'whySupport', { name: 'dish.png', mimeType: 'image/png', buffer: Buffer.concat([buffer, Buffer.alloc(5 * 1024 * 1024)]) });
    await expect(slotOf(page, 'whySupport').getByRole('alert')).toContainText('too large');
    expect(requests.filter((request) => request.startsWith('POST'))).toEqual([]);
    await expect(slotOf(colleague, 'whySupport')).toContainText('No image yet');
  });

  test('who is overtaken during an upload is told before theirs goes out, and decides', async ({ page, colleague }) => {
    const heavy = await paint(true);
    const hurry = await slowUploads(page, heavy.buffer.length / HEAVY_SECONDS);
    await choose(page, 'whyQuality', heavy);
    await expect(slotOf(page, 'whyQuality').getByRole('progressbar')).toBeVisible();
    await choose(colleague, 'whyQuality', await paint());
    const theirs = await newImage(colleague, 'whyQuality');
    await expect(slotOf(page, 'whyQuality').getByRole('alert')).toContainText('has changed this image');
    expect(await newImage(page, 'whyQuality')).toBe(theirs);
    await hurry();
    await slotOf(page, 'whyQuality').getByRole('button', { name: 'Use mine' }).click();
    const ours = await newImage(colleague, 'whyQuality', theirs);
    expect(await newImage(page, 'whyQuality', theirs)).toBe(ours);
  });

  test('an upload that is given up changes nothing', async ({ page, colleague }) => {
    const heavy = await paint(true);
    const hurry = await slowUploads(page, heavy.buffer.length / HEAVY_SECONDS);
    await choose(page, 'carousel1', heavy);
    await expect(slotOf(page, 'carousel1').getByRole('progressbar')).toBeVisible();
    await slotOf(page, 'carousel1').getByRole('button', { name: 'Cancel' }).click();
    for (const screen of [page, colleague]) await expect(slotOf(screen, 'carousel1')).toContainText('No image yet');
    await expect(slotOf(page, 'carousel1')).not.toHaveAttribute('aria-busy');
    await hurry();
    await choose(page, 'carousel1', await paint());
    expect(await newImage(colleague, 'carousel1')).toBe(await newImage(page, 'carousel1'));
  });

  test('who is offline changes nothing and is told why, and ends with the right images', async ({ page, colleague, product }) => {
    await choose(page, 'carousel2', await paint());
    const before = await newImage(colleague, 'carousel2');
    product.desks[0].link.cut();
    await expect(page.locator('#site-images-pause')).toContainText('may be out of date');
    await expect(slotOf(page, 'carousel2').getByRole('button', { name: /^Replace/u })).toHaveAttribute('aria-disabled', 'true');
    await choose(colleague, 'carousel2', await paint());
    await choose(colleague, 'hero-image', await paint());
    const [image, legacy] = [await newImage(colleague, 'carousel2', before), await newImage(colleague, 'hero-image')];
    product.desks[0].link.restore();
    expect(await newImage(page, 'carousel2', before)).toBe(image);
    expect(await newImage(page, 'hero-image')).toBe(legacy);
    await expect(page.locator('#site-images-pause')).toHaveCount(0);
  });
});
