import { randomUUID } from 'node:crypto';
import type { BadInput } from './options';

type Row = Readonly<Record<string, unknown>>;

const HUGE = 200_000;
/** The same in each answer, as a long list has them. */
const hugeIds: string[] = [];
const EVERY = 3;
/** What a proxy says when what is behind it is away. */
export const PROXY_PAGE =
  '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n</body>\r\n</html>\r\n';

/** @returns an answer as it should not be. */
export function spoil(answer: unknown, how: BadInput): unknown {
  if (!Array.isArray(answer)) return isRow(answer) ? spoilRow(answer, how) : answer;
  const rows = answer.filter(isRow);
  if (how === 'repeated-ids') return [...rows, ...rows.slice(0, EVERY)];
  if (how === 'huge') return Array.from({ length: HUGE }, (_, index) => ({ ...rows[index % rows.length], id: (hugeIds[index] ??= randomUUID()) }));
  return rows.map((row, index) => (index % EVERY === 0 ? spoilRow(row, how) : row));
}

function spoilRow(row: Row, how: BadInput): Row {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Array.isArray(value) ? spoil(value, how) : spoilField(name, value, how)]));
}

function spoilField(name: string, value: unknown, how: BadInput): unknown {
  if (how === 'bad-dates' && /(?:At|Date|Until)$/u.test(name)) return 'yesterday-ish';
  if (how === 'nulls' && /name|title|body|email$/iu.test(name)) return null;
  if (how === 'javascript-urls' && (/url$/iu.test(name) || /^https?:/u.test(String(value)))) return 'javascript:alert(document.domain)';
  return value;
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null;
}
