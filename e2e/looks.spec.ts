import type { Page } from '@playwright/test';
import { ReferenceProduct, type Product } from './support/product';
import { signIn } from './support/sign-in';
import { expect, test as base } from './support/test';

/** The moment at which the pages are looked at: the demo data are made up for it, and the server's time begins there. */
const NOW = new Date('2026-06-01T09:30:00+02:00');

/** A product of their own: what other journeys do would show. */
const test = base.extend<object, { readonly product: Product }>({
  product: [
    async ({}, use) => {
      const product = await ReferenceProduct.start({ startsAt: NOW });
      // Everybody who signs in below has been here before.
      await (await product.signIn()).signOut();
      await use(product);
      await product.stop();
    },
    { scope: 'worker', timeout: 240_000 },
  ],
});

interface Look {
  /** Forced: the system's own few colours, in place of any theme's. */
  readonly theme: 'dark' | 'light' | 'contrast' | 'forced';
  readonly language: 'en' | 'ar';
  readonly width: number;
}

/** Every theme, both languages and every width, without every combination of them. */
const LOOKS: readonly Look[] = [
  { theme: 'dark', language: 'en', width: 1280 },
  { theme: 'light', language: 'en', width: 1920 },
  { theme: 'contrast', language: 'en', width: 1280 },
  { theme: 'forced', language: 'en', width: 1280 },
  { theme: 'dark', language: 'en', width: 768 },
  { theme: 'dark', language: 'en', width: 360 },
  { theme: 'dark', language: 'ar', width: 1280 },
  { theme: 'light', language: 'ar', width: 768 },
  { theme: 'light', language: 'ar', width: 360 },
];
const HEIGHT = 800;

async function wear(page: Page, { theme, language, width }: Look): Promise<void> {
  await page.setViewportSize({ width, height: HEIGHT });
  await page.emulateMedia({ forcedColors: theme === 'forced' ? 'active' : null });
  await page.evaluate(
    ([chosenTheme, chosenLanguage]) => {
      localStorage.setItem('moien.theme', chosenTheme);
      localStorage.setItem('moien.language', chosenLanguage);
    },
    [theme, language] as const,
  );
}

/** Nothing is on its way any more: neither a request nor a font nor a picture nor a transition. */
async function atRest(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
    await Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => undefined)));
  });
}

/** What is on each page once it is there. */
const PAGES: Readonly<Record<string, string>> = {
  overview: 'canvas',
  users: '[role=row][data-id]',
  'partner-places': '[data-id]',
  'site-images': '[data-slot]',
  notifications: '[data-id]',
  staff: '[data-id]',
  sessions: '[data-id]',
};

test.describe('each page looks as it did', () => {
  // Nobody changes anything here but their own session: each worker that is free takes a look.
  test.describe.configure({ mode: 'parallel' });
  // The pictures are taken under a style sheet of the test's own, which the policy would stop, and rightly.
  // A chart grows by the clock, which stands still here.
  test.use({ bypassCSP: true, contextOptions: { reducedMotion: 'reduce' } });

  for (const look of LOOKS) {
    const name = `${look.theme}-${look.language}-${String(look.width)}`;

    test(name, async ({ page, product }) => {
      await page.clock.setFixedTime(NOW);
      await page.goto('/login');
      await wear(page, look);
      await page.reload();
      await atRest(page);
      await expect.soft(page).toHaveScreenshot(`login-${name}.png`);
      await page.evaluate(() => localStorage.setItem('moien.language', 'en'));
      await signIn(page, product);
      await wear(page, look);
      for (const [path, part] of Object.entries(PAGES)) {
        await page.goto(`/${path}`);
        await page.locator(`main ${part}`).first().waitFor();
        await atRest(page);
        await expect.soft(page).toHaveScreenshot(`${path}-${name}.png`);
      }
      // A session more would be on the next one's list of sessions.
      await page.locator('app-account-menu button').first().click();
      await page.locator('app-account-menu [popover] button').last().click();
      await page.waitForURL(/\/login/u);
    });
  }
});
