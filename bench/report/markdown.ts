import { readFileSync, writeFileSync } from 'node:fs';
import type { Check, Result } from './result';

const FILE = 'docs/performance.md';

export function asMarkdown({ title, how, table, checks }: Result): string {
  return [`### ${title}`, how, tableOf(table), ...(checks.length > 0 ? [checksOf(checks)] : [])].join('\n\n');
}

/**
 * Puts a scenario's results into docs/performance.md, in place of its last ones, with what they were measured on. What else the page says stays.
 *
 * @param name of the scenario, which its section is found by.
 */
export function writeReport(name: string, machine: readonly string[], rounds: number, result: Result): void {
  const page = readFileSync(FILE, 'utf8');
  const [begin, end] = [`<!-- bench: ${name} -->`, `<!-- end of ${name} -->`];
  const measuredOn = `_Measured on: ${machine.join('; ')}. Where it is repeated, ${String(rounds)} interleaved rounds; medians, with the range in brackets._`;
  const section = `${begin}\n\n${asMarkdown(result)}\n\n${measuredOn}\n\n${end}`;
  const known = page.indexOf(begin);
  if (known < 0) writeFileSync(FILE, `${page.trimEnd()}\n\n${section}\n`);
  else writeFileSync(FILE, `${page.slice(0, known)}${section}${page.slice(page.indexOf(end) + end.length)}`);
}

function checksOf(checks: readonly Check[]): string {
  return tableOf([['promise', 'budget', 'measured', ''], ...checks.map(({ promise, budget, measured, isKept }) => [promise, budget, measured, isKept ? 'kept' : '**missed**'])]); // prettier-ignore
}

/** Columns are padded, as the formatter would do it. */
function tableOf([header = [], ...rows]: readonly (readonly string[])[]): string {
  const widths = header.map((cell, column) => Math.max(3, cell.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string => `| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width)).join(' | ')} |`;
  return [line(header), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
