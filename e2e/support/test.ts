import { test as base, expect, type Page } from '@playwright/test';
import { watch } from './complaints';
import type { PlatformOptions } from './platform/options';
import { PlatformProduct } from './platform/product';
import { ReferenceProduct, type Backend, type Desk, type Product } from './product';

interface Fixtures {
  /** A browser of somebody else, at the other desk. */
  readonly colleague: Page;
  /** Another browser at a desk; `page` is the first's. */
  readonly openBrowser: (desk: Desk) => Promise<Page>;
  /** What went wrong out of sight; every journey ends by finding it empty. */
  readonly complaints: string[];
}

/** What a worker is given; a project of the configuration, or a spec by `test.use` at its top, names it. */
export interface WorkerOptions {
  readonly backend: Backend;
  /** Differences from the setting, where the backend is the customer's double. */
  readonly platformOptions: Partial<PlatformOptions>;
}

/** A journey with a product of its worker's own: `page` sits at the first desk, `colleague` at the second. */
export const test = base.extend<Fixtures, WorkerOptions & { readonly product: Product }>({
  backend: ['reference', { option: true, scope: 'worker' }],
  platformOptions: [{}, { option: true, scope: 'worker' }],
  product: [
    async ({ backend, platformOptions }, use) => {
      const product = backend === 'reference' ? await ReferenceProduct.start() : await PlatformProduct.start(backend, platformOptions);
      await use(product);
      await product.stop();
    },
    { scope: 'worker', timeout: 240_000 },
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
