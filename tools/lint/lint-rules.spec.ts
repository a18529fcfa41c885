import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ESLint, type Linter } from 'eslint';
import ts from 'typescript-eslint';
import { importRules } from './boundaries.mjs';
import { restrictions } from './restrictions.mjs';

/** A project of empty files: the rules go by folders and resolve what is there. */
const FILES = [
  'contract/users.ts',
  'contract/users.spec.ts',
  'projects/live/src/live-list.ts',
  'projects/live/engine/link.ts',
  'projects/live/simulation/world.spec.ts',
  'src/app/app.routes.ts',
  'src/app/core/clock.ts',
  'src/app/core/i18n/texts.ts',
  'src/app/core/theme/theme.ts',
  'src/app/core/realtime/users-channel.ts',
  'src/app/core/session/session.ts',
  'src/app/features/login/login.ts',
  'src/app/features/users/users.routes.ts',
  'src/app/features/users/users-page.ts',
  'src/app/shell/shell.ts',
  'src/app/ui/avatar.ts',
  'src/testing/fake-socket.ts',
  'server/stream/stream-io-adapter.ts',
  'server/users/users.service.ts',
  'server/users/users.spec.ts',
  'e2e/sign-in.spec.ts',
  'tools/start.ts',
];

describe('the lint rules', () => {
  let root: string;
  let eslint: ESLint;

  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'lint-'));
    for (const file of FILES) {
      mkdirSync(join(root, dirname(file)), { recursive: true });
      writeFileSync(join(root, file), '');
    }
    const plugins = { '@typescript-eslint': ts.plugin as ESLint.Plugin };
    const parser = { files: ['**/*.ts'], plugins, languageOptions: { parser: ts.parser as Linter.Parser }, settings: { 'boundaries/root-path': root } };
    eslint = new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig: [parser, ...importRules, ...restrictions] as Linter.Config[] });
  });

  afterAll(() => {
    rmSync(root, { recursive: true });
  });

  async function complaints(file: string, code: string): Promise<string[]> {
    const [result] = await eslint.lintText(code, { filePath: join(root, file) });
    return result?.messages.map(({ message }) => message) ?? [];
  }

  const FORBIDDEN: [file: string, code: string, reason: string][] = [
    ['contract/users.ts', "import '../src/app/core/clock';", 'The contract imports nothing of ours'],
    ['contract/users.ts', "import '../server/users/users.service';", 'The contract imports nothing of ours'],
    ['contract/users.ts', "import 'rxjs';", 'The contract stands on valibot alone'],
    ['contract/users.ts', "import 'node:crypto';", 'The contract stands on valibot alone'],
    ['src/app/core/clock.ts', "import '../../../server/users/users.service';", 'The client never imports the server'],
    ['server/users/users.service.ts', "import '../../src/app/core/clock';", 'The server never imports the client'],
    ['server/users/users.spec.ts', "import '../../src/app/core/clock';", 'The server never imports the client'],
    ['server/users/users.service.ts', "import '../../tools/start';", 'The server runs without our tools'],
    ['e2e/sign-in.spec.ts', "import '../src/app/core/clock';", 'Tools, journeys and measurements use the product from outside'],
    ['tools/start.ts', "import '../server/users/users.service';", 'Tools, journeys and measurements use the product from outside'],
    ['projects/live/engine/link.ts', "import 'rxjs';", 'The engine imports itself only'],
    ['projects/live/engine/link.ts', "import { signal } from '@angular/core';", 'The engine imports itself only'],
    ['projects/live/engine/link.ts', "import '../src/live-list';", 'The engine imports itself only'],
    ['projects/live/engine/link.ts', 'setTimeout(() => {}, 50);', 'The engine is handed its clock'],
    ['projects/live/engine/link.ts', 'Date.now();', 'The engine is handed its clock'],
    ['projects/live/engine/link.ts', 'document.title;', 'The engine is handed its clock'],
    ['projects/live/engine/link.ts', 'Math.random();', 'Chance comes in by the ports'],
    ['projects/live/engine/link.ts', "import '#contract/users';", 'The library knows neither the app nor its contract'],
    ['projects/live/src/live-list.ts', "import 'rxjs';", 'The library stands on Angular alone'],
    ['projects/live/src/live-list.ts', "import '../../../src/app/core/session/session';", 'The library knows neither the app nor its contract'],
    ['src/app/core/session/session.ts', "import '../../../../projects/live/engine/link';", 'The library is imported by its entry points'],
    ['src/app/core/session/session.ts', "import '../../features/login/login';", 'core/ knows nothing of what is shown'],
    ['src/app/core/session/session.ts', "import '../../ui/avatar';", 'core/ knows nothing of what is shown'],
    ['src/app/core/session/session.ts', "import { io } from 'socket.io-client';", 'Only core/realtime imports the socket libraries'],
    ['src/app/features/users/users-page.ts', "import { Socket } from 'ngx-socket-io';", 'Only core/realtime imports the socket libraries'],
    ['src/app/ui/avatar.ts', "import '../core/session/session';", 'ui/ is presentational'],
    ['src/app/features/login/login.ts', "import '../users/users-page';", 'A feature imports no other feature'],
    ['src/app/features/login/login.ts', "import('../users/users.routes');", 'A feature imports no other feature'],
    ['src/app/features/login/login.ts', "import '../../shell/shell';", 'A feature imports no other feature and not the shell'],
    ['src/app/app.routes.ts', "import('./features/users/users-page');", 'Of a feature others import its routes only'],
    ['src/app/shell/shell.ts', "export * from '../features/users/users-page';", 'Of a feature others import its routes only'],
    ['src/app/features/login/login.ts', "import '../../../testing/fake-socket';", 'What is made for specs stays in specs'],
    ['server/users/users.service.ts', "import { Server } from 'socket.io';", 'Only server/stream imports the socket server'],
    ['src/app/ui/avatar.ts', 'sanitizer.bypassSecurityTrustUrl(url);', "Angular's sanitiser is never switched off"],
    ['src/app/core/session/session.ts', 'localStorage.setItem(KEY, accessToken);', 'No secret in localStorage'],
    ['src/app/core/session/session.ts', 'this.window.localStorage.setItem(KEY, refreshToken);', 'No secret in localStorage'],
    ['src/app/core/realtime/users-channel.ts', "socket.fromEvent('users.created');", "ngx-socket-io's fromEvent()"],
    ['server/users/users.spec.ts', "fdescribe('users', () => {});", 'No focused or skipped specs'],
    ['server/users/users.spec.ts', "xit('bans', () => {});", 'No focused or skipped specs'],
    ['server/users/users.spec.ts', 'pending();', 'No focused or skipped specs'],
    ['e2e/sign-in.spec.ts', "test.only('signs in', () => {});", 'No focused or skipped tests'],
    ['e2e/sign-in.spec.ts', "test.describe.skip('sign-in', () => {});", 'No focused or skipped tests'],
    ['e2e/sign-in.spec.ts', 'await page.waitForTimeout(500);', 'Wait for a state, never for time'],
  ];
  for (const [file, code, reason] of FORBIDDEN) {
    it(`refuse in ${file}: ${code}`, async () => {
      expect(await complaints(file, code)).toEqual([jasmine.stringContaining(reason)]);
    });
  }

  const ALLOWED: [file: string, code: string][] = [
    ['contract/users.ts', "import * as v from 'valibot'; import { foldText } from './text';"],
    ['contract/users.spec.ts', "import fc from 'fast-check'; import { Buffer } from 'node:buffer';"],
    ['projects/live/engine/link.ts', "import './ports';"],
    [
      'projects/live/src/live-list.ts',
      "import '@moien/live/engine'; import { signal } from '@angular/core'; import { toSignal } from '@angular/core/rxjs-interop';",
    ],
    ['projects/live/simulation/world.spec.ts', "import fc from 'fast-check'; import '../engine/link';"],
    ['src/app/core/realtime/users-channel.ts', "import { Socket } from 'ngx-socket-io'; import { fromEvent } from 'rxjs'; fromEvent(window, 'online');"],
    ['src/app/features/users/users-page.ts', "import '@moien/live'; import '../../ui/avatar'; import './users.routes';"],
    ['src/app/app.routes.ts', "import('./features/users/users.routes');"],
    ['src/app/ui/avatar.ts', "import '../core/i18n/texts'; import '../core/theme/theme';"],
    ['server/stream/stream-io-adapter.ts', "import { Server } from 'socket.io'; import '@nestjs/platform-socket.io';"],
    ['server/users/users.spec.ts', "import '../../tools/start'; pending('No PostgreSQL is installed');"],
    ['server/users/users.spec.ts', "import { io } from 'socket.io-client'; import { Server } from 'socket.io';"],
    ['src/app/core/session/session.ts', "sessionStorage.setItem(KEY, refreshToken); localStorage.setItem(SIGNED_IN, 'yes');"],
  ];
  for (const [file, code] of ALLOWED) {
    it(`allow in ${file}: ${code}`, async () => {
      expect(await complaints(file, code)).toEqual([]);
    });
  }
});
