import type { Page } from '@playwright/test';

/**
 * Looks at everything on the screen that lays things out side by side, buttons among them.
 * @returns the rows that broke so that one last action is left alone in a line of its own, by what is in their lines.
 */
export function brokenRows(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const CONTROLS = 'button, a[href], select, input, textarea, summary';
    const isSeen = (element: Element) => {
      const { width, height } = element.getBoundingClientRect();
      const { position, visibility, clipPath } = getComputedStyle(element);
      return width > 1 && height > 1 && position !== 'absolute' && position !== 'fixed' && visibility === 'visible' && clipPath === 'none';
    };
    const controlsIn = (element: Element) =>
      [element, ...element.querySelectorAll(CONTROLS)].filter((one) => one.matches(CONTROLS) && one.checkVisibility()).length;
    const wraps = (element: Element) => {
      const { display, flexWrap, gridTemplateColumns } = getComputedStyle(element);
      return display.endsWith('flex') ? flexWrap === 'wrap' : display.endsWith('grid') && gridTemplateColumns.includes(' ');
    };
    const linesOf = (row: Element) => {
      const lines: { bottom: number; children: Element[] }[] = [];
      for (const child of [...row.children].filter((one) => isSeen(one) && one.localName !== 'app-icon')) {
        const { top, bottom } = child.getBoundingClientRect();
        const line = lines.at(-1);
        if (line && top < line.bottom - 1) {
          line.children.push(child);
          line.bottom = Math.max(line.bottom, bottom);
        } else lines.push({ bottom, children: [child] });
      }
      return lines.map(({ children }) => children);
    };
    const weight = (line: readonly Element[]) =>
      Math.max(
        line.length,
        line.reduce((sum, child) => sum + controlsIn(child), 0),
      );
    const isBroken = (lines: readonly (readonly Element[])[]) => {
      const last = lines.at(-1) ?? [];
      return lines.length > 1 && last.length === 1 && last[0] !== undefined && controlsIn(last[0]) === 1 && lines.slice(0, -1).some((line) => weight(line) > 1);
    };
    const textOf = (line: readonly Element[]) =>
      line.map((child) => (child as HTMLElement).innerText.trim().replaceAll('\n', ' ') || child.tagName).join(' | ');
    return [...document.querySelectorAll('*')]
      .filter((row) => row.querySelector('button') !== null && row.checkVisibility() && wraps(row))
      .map((row) => ({ row, lines: linesOf(row) }))
      .filter(({ row, lines }) => row.querySelector('ul, ol, table, form, section, main') === null && isBroken(lines))
      .map(({ row, lines }) => `${row.parentElement?.localName ?? ''} > ${row.localName}.${row.className}: ${lines.map(textOf).join(' / ')}`);
  });
}
