import axe from 'axe-core';

/** WCAG 2.2 AA and what axe holds to be good practice; rules for whole pages make no sense for a part of one. */
const OPTIONS: axe.RunOptions = { rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } } };

/** @returns what axe finds wrong within an element, contrast included: `rule: selector`. */
export async function accessibilityFaults(element: Element): Promise<string[]> {
  const { violations } = await axe.run(element, OPTIONS);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}
