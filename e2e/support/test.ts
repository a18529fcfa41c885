import { test as base, expect, type Page } from '@playwright/test';
import { watch } from './complaints';
import { Product, type Desk } from './product';

interface Fixtures {
  /** A browser of somebody else, at the other desk. */
  readonly colleague: Page;
  /** Another browser at a desk; `page` is the first's. */
  readonly openBrowser: (desk: Desk) => Promise<Page>;
  /** What went wrong out of sight; every journey ends by finding it empty. */
  readonly complaints: string[];
}

/** A journey with a product of its worker's own: `page` sits at the first desk, `colleague` at the second. */
export const test = base.extend<Fixtures, { readonly product: Product }>({
  product: [
    async ({}, use) => {
      const product = await Product.start();
      await use(product);
      await product.stop();
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  baseURL: ({ product }, use) => use(product.desks[0].origin),
  complaints: [
    async ({ product }, use) => {
      const complaints: string[] = [];
      await use(complaints);
      for (const { link } of product.desks) link.restore();
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
  context: async ({ context, complaints }, use) => {
    await watch(context, complaints);
    await use(context);
  },
  openBrowser: async ({ browser, contextOptions, complaints }, use) => {
    const opened: Page[] = [];
    await use(async ({ origin }) => {
      const context = await browser.newContext({ ...contextOptions, baseURL: origin });
      await watch(context, complaints);
      const page = await context.newPage();
      opened.push(page);
      return page;
    });
    await Promise.all(opened.map((page) => page.context().close()));
  },
  colleague: async ({ openBrowser, product }, use) => {
    await use(await openBrowser(product.desks[1]));
  },
});

export { expect };
