// The server's own specs once more, on a throwaway PostgreSQL in place of the embedded one.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { startPostgres } from './postgres';

const postgres = await startPostgres();
if (postgres === undefined) {
  console.error('No PostgreSQL found: install one, or name its bin folder in PG_BIN.');
  process.exit(1);
}
const child = spawn(process.execPath, ['tools/jasmine.mjs', 'server/jasmine.json', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, TEST_DATABASE_URL: postgres.url },
});
const [code] = (await once(child, 'exit')) as [number | null];
await postgres.stop();
process.exitCode = code ?? 1;
