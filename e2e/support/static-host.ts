import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { STATIC_ROOT } from '../../tools/client/static-build';
import { freePort } from '../../tools/free-port';
import { findNginx } from '../../tools/nginx-binary.mjs';
import type { WebHost } from './product';

/** Debian's; elsewhere it stands beside what Homebrew installs. */
const MIME_TYPES = ['/etc/nginx/mime.types', '/opt/homebrew/etc/nginx/mime.types', '/usr/local/etc/nginx/mime.types'].find((path) => existsSync(path)) ?? '';

/** The static files as an operator serves them: deploy/nginx-static.conf with nothing but the operator's own lines edited. */
export class StaticHost implements WebHost {
  private constructor(
    readonly origin: string,
    private readonly dir: string,
    private readonly nginx: ChildProcess,
  ) {}

  static async start(apiOrigin: string): Promise<StaticHost> {
    const dir = mkdtempSync(join(tmpdir(), 'moien-nginx-'));
    const port = await freePort();
    writeFileSync(join(dir, 'nginx.conf'), mainConfiguration(dir, port));
    writeFileSync(join(dir, 'site.conf'), siteConfiguration(port, apiOrigin));
    const nginx = spawn(findNginx() ?? 'nginx', ['-e', 'stderr', '-p', dir, '-c', 'nginx.conf'], { stdio: ['ignore', 'inherit', 'inherit'] });
    const host = new StaticHost(`http://localhost:${String(port)}`, dir, nginx);
    await host.tells(apiOrigin);
    return host;
  }

  /** As an operator does it: another address in the configuration, read anew. */
  async pointTo(apiOrigin: string): Promise<void> {
    const path = join(this.dir, 'site.conf');
    writeFileSync(path, readFileSync(path, 'utf8').replace(/set \$moien_api_origin [^;]+;/u, `set $moien_api_origin ${apiOrigin};`));
    const idle = await this.connect();
    this.nginx.kill('SIGHUP');
    // The old worker hangs up all its idle connections at once, and a browser may be at another of them.
    await once(idle, 'close');
    await this.tells(apiOrigin);
  }

  /** @returns a connection that has had one answer. */
  private async connect(): Promise<Socket> {
    const socket = connect({ port: Number(new URL(this.origin).port), host: '127.0.0.1' });
    socket.write('GET /config.json HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await once(socket, 'data');
    return socket.resume();
  }

  async stop(): Promise<void> {
    const exited = this.nginx.exitCode === null ? once(this.nginx, 'exit') : undefined;
    this.nginx.kill('SIGTERM');
    await exited;
    rmSync(this.dir, { recursive: true });
  }

  private async tells(apiOrigin: string): Promise<void> {
    for (;;) {
      if (this.nginx.exitCode !== null) throw new Error('nginx ended: see its message above.');
      const config = await fetch(`${this.origin}/config.json`).then(
        (response) => response.text(),
        () => '',
      );
      if (config.includes(apiOrigin)) return;
      await sleep(50);
    }
  }
}

/** What Debian has in /etc/nginx/nginx.conf, with every path in a folder of our own. */
function mainConfiguration(dir: string, port: number): string {
  const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${dir}/${name};`).join(' ');
  return `
    daemon off; worker_processes 1; pid ${dir}/nginx-${String(port)}.pid; ${process.getuid?.() === 0 ? 'user root;' : ''}
    events {}
    http { include ${MIME_TYPES}; default_type application/octet-stream; access_log off; ${temp} include ${dir}/site.conf; }
  `;
}

function siteConfiguration(port: number, apiOrigin: string): string {
  const edits: readonly (readonly [template: string, own: string])[] = [
    ['listen 80;', `listen 127.0.0.1:${String(port)};`],
    ['server_name admin.example;', 'server_name localhost;'],
    ['/srv/moien', join(process.cwd(), STATIC_ROOT)],
    ['https://api.example;', `${apiOrigin};`],
    ['$moien_api_base /v1;', '$moien_api_base /api/v1;'],
  ];
  return edits.reduce((text, [template, own]) => text.replaceAll(template, own), readFileSync('deploy/nginx-static.conf', 'utf8'));
}
