import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { CLIENT_ROOT, ensureClientBuilt } from './build';
import { inlineScriptHashes } from './inline-scripts';
import { nginxHeaders } from './nginx-headers';

/** The client as any static host serves it. */
export const STATIC_ROOT = 'dist/static';
const HEADERS = 'nginx-headers.conf';
/** Fonts are compressed in themselves; config.json is edited where it is served. */
const COMPRESSIBLE = ['.html', '.js', '.css', '.svg'];

/** Writes the built client as plain files, each also compressed, and beside them the headers to send with them. */
export function buildStatic(): void {
  ensureClientBuilt();
  rmSync(STATIC_ROOT, { recursive: true, force: true });
  cpSync(CLIENT_ROOT, STATIC_ROOT, { recursive: true });
  for (const file of readdirSync(STATIC_ROOT, { recursive: true, encoding: 'utf8' })) {
    if (COMPRESSIBLE.includes(extname(file))) compress(join(STATIC_ROOT, file));
  }
  writeFileSync(join(STATIC_ROOT, HEADERS), nginxHeaders(inlineScriptHashes(readFileSync(join(STATIC_ROOT, 'index.html'), 'utf8'))));
}

function compress(path: string): void {
  const content = readFileSync(path);
  writeFileSync(`${path}.gz`, gzipSync(content, { level: constants.Z_BEST_COMPRESSION }));
  writeFileSync(`${path}.br`, brotliCompressSync(content));
}
