import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** The rules whose answer a theme can change: it sets colours, and nothing else. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block'];

/** Fails with the rule, the elements and what to do about it, for any rule of WCAG 2.2 A and AA that axe can check. */
export async function expectAccessible(page: Page): Promise<void> {
  await expectNone(page, new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']));
}

/** The same in another theme, of a page that {@link expectAccessible} has passed in one. */
export async function expectReadable(page: Page): Promise<void> {
  await expectNone(page, new AxeBuilder({ page }).withRules(OF_COLOUR));
}

async function expectNone(page: Page, axe: AxeBuilder): Promise<void> {
  // On the way from one theme to the next a text may for an instant have the colour of what is behind it.
  await page.evaluate(async () => {
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.all(ending.map(({ finished }) => finished.catch(() => undefined)));
  });
  const { violations } = await axe.analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.html} ${node.failureSummary ?? ''}`).join('; ')}`)).toEqual([]);
}
