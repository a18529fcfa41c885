/** How many requests an address may make in a window. */
export interface Limits {
  readonly total: number;
  /** Below `/auth`; these count towards `total` as well. */
  readonly auth: number;
  readonly windowMs: number;
}

/** What stands where the documented answer should. Lists are spoilt in every third row. */
export type BadInput = 'html' | 'html-502' | 'empty' | 'repeated-ids' | 'huge' | 'bad-dates' | 'nulls' | 'javascript-urls';

/** Every point that the customer's documents leave open, and every misfortune a test may want. */
export interface PlatformOptions {
  /** Where REST begins. */
  readonly base: string;
  /** Browser origins that CORS and the WebSocket handshake accept. */
  readonly origins: readonly string[];
  readonly accessSeconds: number;
  readonly limits: Limits | 'off';
  /** `X-RateLimit-Reset` as seconds from now, as Nest sends it, or as seconds since 1970. */
  readonly resetAs: 'seconds' | 'epoch';
  /** Whether a 429 carries `Retry-After`. */
  readonly retryAfter: boolean;
  /** Whether every answer is wrapped in `{ success: true, data }`. */
  readonly envelope: boolean;
  /** `{ statusCode, message, error }`, or `{ success: false, error: { code, message, details } }`. */
  readonly errors: 'nest' | 'envelope';
  /** Nest answers a POST with 201 unless told otherwise. What is documented as 201 always is. */
  readonly postStatus: 200 | 201;
  /** Whether objects of answers carry undocumented fields, and image maps an unknown slot. */
  readonly unknownFields: boolean;
  /** Whether the list of users begins with rows of older versions, which today's rules would refuse. */
  readonly oldRows: boolean;
  /** Whether `GET /health` exists; part 2 of the contract has it, `platform.md` does not. */
  readonly health: boolean;
  readonly me: 'claims' | 'account';
  readonly summary: 'counts' | 'totals';
  readonly sessions: 'bare' | 'wrapped';
  /** Our names, the names of columns (nothing marks the current one), or still others. */
  readonly sessionFields: 'ours' | 'columns' | 'renamed';
  readonly partnerList: 'bare' | 'wrapped';
  /** All our fields, the five to be expected, or the columns of March 2026. */
  readonly partnerRows: 'ours' | 'least' | 'business';
  readonly decisions: 'whole' | 'part' | 'ok';
  readonly imageAnswers: 'url' | 'ok';
  /** Where browsers find the double, for its own images; by default where it listens. */
  readonly publicOrigin: string | undefined;
  /** Images are at the double itself, or at an address like the customer's. */
  readonly imageHost: 'own' | 'cloudinary';
  readonly notifications: 'bare' | 'wrapped' | 'forbidden';
  /** Whether accounts of staff carry `permissions`. */
  readonly permissions: boolean;
  /** Whether an account of staff that is deleted is told so on its sockets. */
  readonly staffToldOfDeletion: boolean;
  /** Whose token `/users` and `/partner-places` want in the handshake. */
  readonly liveFor: 'anyone' | 'admins';
  readonly notificationsFor: 'anyone' | 'users';
  /** Whether `partner-places.changed` names the request. */
  readonly partnerEventIds: boolean;
  /** Loses each n-th event; 0 loses none. */
  readonly dropEvery: number;
  /** By method and path below the base, with the parameters' names: `GET /users`. */
  readonly badInput: Readonly<Record<string, BadInput>>;
}

/** Far above what any journey needs that is not about limits: each signs in, and one address is all of them. */
export const ROOMY_LIMITS: Limits = { total: 5000, auth: 1000, windowMs: 60_000 };

/** As documented: 100 requests a minute in all, 10 below `/auth`. */
export const DOCUMENTED_LIMITS: Limits = { total: 100, auth: 10, windowMs: 60_000 };

const DEVELOPMENT_ORIGINS = ['http://localhost:4200', 'http://127.0.0.1:4200', 'http://localhost:5173', 'http://127.0.0.1:5173'];

/** What `platform.md` says, and as little as possible where it says nothing. */
export const PLAINEST: PlatformOptions = {
  base: '/api/v1',
  origins: DEVELOPMENT_ORIGINS,
  accessSeconds: 900,
  limits: DOCUMENTED_LIMITS,
  resetAs: 'seconds',
  retryAfter: true,
  envelope: false,
  errors: 'nest',
  postStatus: 200,
  unknownFields: false,
  oldRows: false,
  health: false,
  me: 'claims',
  summary: 'counts',
  sessions: 'bare',
  sessionFields: 'columns',
  partnerList: 'bare',
  partnerRows: 'least',
  decisions: 'ok',
  imageAnswers: 'url',
  publicOrigin: undefined,
  imageHost: 'own',
  notifications: 'bare',
  permissions: false,
  staffToldOfDeletion: false,
  liveFor: 'anyone',
  notificationsFor: 'anyone',
  partnerEventIds: true,
  dropEvery: 0,
  badInput: {},
};

/** All that later documents add, and the less welcome answer wherever they leave a choice. */
export const AWKWARD: PlatformOptions = {
  ...PLAINEST,
  resetAs: 'epoch',
  retryAfter: false,
  envelope: true,
  errors: 'envelope',
  postStatus: 201,
  unknownFields: true,
  oldRows: true,
  health: true,
  me: 'account',
  summary: 'totals',
  sessions: 'wrapped',
  sessionFields: 'renamed',
  partnerList: 'wrapped',
  partnerRows: 'business',
  decisions: 'part',
  imageAnswers: 'ok',
  imageHost: 'cloudinary',
  notifications: 'forbidden',
  permissions: true,
  staffToldOfDeletion: true,
  liveFor: 'admins',
  notificationsFor: 'users',
};

export const SETTINGS = { plainest: PLAINEST, awkward: AWKWARD } as const;
export type SettingName = keyof typeof SETTINGS;

/** Options that tests change while the double runs: everything reads them anew. */
export class Settings {
  constructor(public now: PlatformOptions) {}
}
