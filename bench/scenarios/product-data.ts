import type { Arena } from './scenario';

/** What depends on how many users there are is measured with few and with many. */
export const FEW_USERS = 1_000;
const MANY = 1_000_000;
const MANY_QUICK = 5_000;
/** Seeded once, and kept for the next time. */
const DATA_DIR = '.data/bench';

export function manyUsers({ isQuick }: Arena): number {
  return isQuick ? MANY_QUICK : MANY;
}

/** @returns the data folder of a server with so many users. */
export function seededUsers(users: number): string {
  return `${DATA_DIR}/${String(users)}`;
}
