import { resolve } from 'node:path';
import * as v from 'valibot';
import { DEFAULT_TIME_ZONE, isTimeZone } from '#contract/days';
import { Email } from '#contract/email';
import { NewPassword } from '#contract/primitives';
import { StartupError } from './startup-error';

const DEVELOPMENT_ORIGINS = 'http://localhost:4200,http://127.0.0.1:4200,http://localhost:5173,http://127.0.0.1:5173';
const wholeNumber = (max: number) =>
  v.pipe(v.string(), v.regex(/^\d{1,9}$/u, 'must be a whole number'), v.transform(Number), v.maxValue(max, `must be at most ${String(max)}`));
/** Nought would lock everybody out. */
const limit = v.pipe(wholeNumber(1_000_000), v.minValue(1, 'must be at least 1'));
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
  /** Object storage for images, in place of DATA_DIR/uploads: all of these but the endpoint and the region, or none. */
  S3_BUCKET: v.optional(v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/u, 'must be the name of a bucket'))),
  S3_ACCESS_KEY_ID: v.optional(v.string()),
  S3_SECRET_ACCESS_KEY: v.optional(v.string()),
  S3_REGION: v.optional(v.string()),
  /** Of a service other than Amazon's; buckets are then named in the path. */
  S3_ENDPOINT: v.optional(v.pipe(v.string(), v.url('must be a URL such as https://storage.example.com'))),
  /** Whose calendar days are counted, and which times admins read. */
  TIME_ZONE: v.optional(v.pipe(v.string(), v.check(isTimeZone, 'must be the name of a time zone such as Europe/Luxembourg')), DEFAULT_TIME_ZONE),
  /** Requests a minute that one address may make without being signed in. */
  ANONYMOUS_LIMIT: v.optional(limit, '100'),
  /** How many of those may leave something with us, such as a partner request. */
  PUBLIC_WRITE_LIMIT: v.optional(limit, '10'),
  LOG_LEVEL: v.optional(v.picklist(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']), 'info'),
});

/** A bucket of an S3-compatible service. */
export interface S3Config {
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly region: string;
  /** undefined: Amazon's own. */
  readonly endpoint: string | undefined;
}

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
  /** Where images are kept; on disk where undefined. */
  readonly s3: S3Config | undefined;
  /** The business's time zone, by its IANA name. */
  readonly timeZone: string;
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
  const {
    HOST,
    PORT,
    DATA_DIR,
    DATABASE_URL,
    ADMIN_EMAIL,
    ADMIN_PASSWORD,
    SEED_USERS,
    CORS_ORIGINS,
    PUBLIC_URL,
    TIME_ZONE,
    LOG_LEVEL,
    ANONYMOUS_LIMIT,
    PUBLIC_WRITE_LIMIT,
  } = parsed.output;
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
    s3: s3Of(parsed.output),
    timeZone: TIME_ZONE,
    logLevel: LOG_LEVEL,
    anonymousLimit: ANONYMOUS_LIMIT,
    publicWriteLimit: PUBLIC_WRITE_LIMIT,
  };
}

/** @throws StartupError with one line for each variable that is missing beside the others. */
function s3Of({ S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY, S3_REGION, S3_ENDPOINT }: v.InferOutput<typeof Environment>): S3Config | undefined {
  const needed = { S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY };
  const missing = Object.entries(needed).filter(([, value]) => value === undefined);
  if (S3_BUCKET !== undefined && S3_ACCESS_KEY_ID !== undefined && S3_SECRET_ACCESS_KEY !== undefined) {
    const region = S3_REGION ?? 'us-east-1';
    return { bucket: S3_BUCKET, accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY, region, endpoint: S3_ENDPOINT };
  }
  const isUnused = missing.length === Object.keys(needed).length && S3_REGION === undefined && S3_ENDPOINT === undefined;
  if (isUnused) return undefined;
  throw new StartupError(missing.map(([name]) => `${name}: is missing, though other S3_ variables are set`).join('\n'));
}
