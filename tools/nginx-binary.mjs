import { existsSync } from 'node:fs';

/**
 * @returns {string | undefined} `nginx`: NGINX_BIN, else where packages put it.
 */
export function findNginx() {
  return [process.env.NGINX_BIN, '/usr/sbin/nginx', '/usr/local/bin/nginx', '/opt/homebrew/bin/nginx'].find((path) => path && existsSync(path));
}
