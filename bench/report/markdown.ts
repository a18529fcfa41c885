import { readFileSync, writeFileSync } from 'node:fs';
import type { Check, Result } from './result';

const FILE = 'docs/performance.md';
const BEGIN = '<!-- written by npm run bench: begin -->';
const END = '<!-- written by npm run bench: end -->';

export function asMarkdown({ title, how, table, checks }: Result): string {
  return [`### ${title}`, how, tableOf(table), ...(checks.length > 0 ? [checksOf(checks)] : [])].join('\n\n');
}

/** Puts the results into docs/performance.md, in place of the last ones. What else it says stays. */
export function writeReport(machine: readonly string[], rounds: number, results: readonly Result[]): void {
  const page = readFileSync(FILE, 'utf8');
  const begin = page.indexOf(BEGIN);
  const end = page.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`${FILE} has lost its marks for the results: ${BEGIN} … ${END}`);
  const body = [`Measured on: ${machine.join('; ')}. ${String(rounds)} interleaved rounds; medians, with the range in brackets.`, '### Promises', checksOf(results.flatMap(({ checks }) => checks)), ...results.map((result) => asMarkdown({ ...result, checks: [] }))]; // prettier-ignore
  writeFileSync(FILE, `${page.slice(0, begin + BEGIN.length)}\n\n${body.join('\n\n')}\n\n${page.slice(end)}`);
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
