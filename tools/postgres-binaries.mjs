import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @returns {string | undefined} the folder with `initdb` and `postgres`: PG_BIN, else the newest that Debian installed.
 */
export function findPostgres() {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  return [process.env.PG_BIN, ...versions.map((version) => join(debian, version, 'bin'))].find((bin) => bin && existsSync(join(bin, 'initdb')));
}
