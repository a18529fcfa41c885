import { resolve } from 'node:path';
import * as v from 'valibot';
import { Email, NewPassword } from '#contract/primitives';
import { StartupError } from './startup-error';

const DEVELOPMENT_ORIGINS = 'http://localhost:4200,http://127.0.0.1:4200,http://localhost:5173,http://127.0.0.1:5173';
const wholeNumber = (max: number) =>
  v.pipe(v.string(), v.regex(/^\d{1,9}$/u, 'must be a whole number'), v.transform(Number), v.maxValue(max, `must be at most ${String(max)}`));
const Origin = v.pipe(
  v.string(),
  v.check((text) => URL.canParse(text) && new URL(text).origin === text, 'must be origins such as https://admin.example.com, separated by commas'),
);

/** The environment variables the server reads. An empty one counts as absent. */
const Environment = v.object({
  /** Where to listen. `localhost` means both loopback addresses, since browsers may take either. */
  HOST: v.optional(v.string(), 'localhost'),
  PORT: v.optional(wholeNumber(65_535), '3000'),
  /** The folder of the embedded database and of uploads; `memory://` keeps the database in memory. */
  DATA_DIR: v.optional(
    v.pipe(
      v.string(),
      v.transform((dir) => (dir === 'memory://' ? dir : resolve(dir))),
    ),
    '.data',
  ),
  /** A PostgreSQL to use in place of the embedded one. */
  DATABASE_URL: v.optional(v.pipe(v.string(), v.regex(/^postgres(?:ql)?:\/\/\S+$/u, 'must look like postgres://user:password@host:5432/name'))),
  /** The first admin, made when there is none. */
  ADMIN_EMAIL: v.optional(Email),
  ADMIN_PASSWORD: v.optional(NewPassword),
  /** How many demo users to make when there are none. */
  SEED_USERS: v.optional(wholeNumber(1_000_000), '0'),
  CORS_ORIGINS: v.optional(
    v.pipe(
      v.string(),
      v.transform((list) => list.split(',').map((origin) => origin.trim())),
      v.array(Origin),
    ),
    DEVELOPMENT_ORIGINS,
  ),
  /** Where browsers reach this server; uploaded images get addresses below it. By default `http://localhost:PORT`. */
  PUBLIC_URL: v.optional(Origin),
  LOG_LEVEL: v.optional(v.picklist(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']), 'info'),
});

/** The server's settings, checked. */
export interface Config {
  readonly host: string;
  /** 0 picks a free one. */
  readonly port: number;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly adminEmail: string | undefined;
  readonly adminPassword: string | undefined;
  readonly seedUsers: number;
  /** Browser origins that may call the API and open sockets, compared exactly. */
  readonly corsOrigins: readonly string[];
  /** An origin: no path, no slash at the end. */
  readonly publicUrl: string;
  readonly logLevel: v.InferOutput<typeof Environment>['LOG_LEVEL'];
  /** Requests a minute that one address may make without being signed in. */
  readonly anonymousLimit: number;
  /** How many of those may leave something with us, such as a partner request. */
  readonly publicWriteLimit: number;
}

/** Injection token of {@link Config}. */
export const CONFIG = Symbol('config');

/**
 * Reads the settings from environment variables.
 *
 * @throws StartupError with one line for each variable that makes no sense.
 */
export function loadConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = v.safeParse(Environment, given);
  if (!parsed.success) throw new StartupError(parsed.issues.map((issue) => `${String(v.getDotPath(issue)?.split('.')[0])}: ${issue.message}`).join('\n'));
  const { HOST, PORT, DATA_DIR, DATABASE_URL, ADMIN_EMAIL, ADMIN_PASSWORD, SEED_USERS, CORS_ORIGINS, PUBLIC_URL, LOG_LEVEL } = parsed.output;
  return {
    host: HOST,
    port: PORT,
    dataDir: DATA_DIR,
    databaseUrl: DATABASE_URL,
    adminEmail: ADMIN_EMAIL,
    adminPassword: ADMIN_PASSWORD,
    seedUsers: SEED_USERS,
    corsOrigins: CORS_ORIGINS,
    publicUrl: PUBLIC_URL ?? `http://localhost:${String(PORT)}`,
    logLevel: LOG_LEVEL,
    anonymousLimit: 100,
    publicWriteLimit: 10,
  };
}
