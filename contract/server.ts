import * as v from 'valibot';

/** Counts the revisions of part 3 of the contract. A client goes by the features, and shows the version to developers. */
export const CONTRACT_VERSION = 1;

/**
 * What a server offers beyond the platform's documents. A client asks for a feature before it
 * offers what needs it, so that nothing on the screen ends in "Cannot POST …".
 */
export const SERVER_FEATURES = [
  /** Numbered events, batches, greetings, positions of answers and `GET /events`. */
  'numbered-streams',
  /** The refresh token travels in an `HttpOnly` cookie, and `attempt` makes a refresh repeatable. */
  'refresh-cookie',
  /** `session.ended`: a revoked session is told at once. */
  'session-events',
  /** `GET /activity`. */
  'activity',
  /** `GET /overview/since-you-left`. */
  'since-you-left',
  /** `GET /users/:id`, with the reason of a ban. */
  'user-details',
  /** `If-Match`, answered with 409 `STALE` and the newer row. */
  'versions',
  /** `POST /partner-places/requests/:id/reopen`. */
  'reopen-request',
  /** `GET /partner-places/canned-replies`. */
  'canned-replies',
  /** `POST …/restore` of a site image. */
  'restore-image',
  /** `POST /admin-staff/:id/ban` and `/unban`. */
  'ban-staff',
] as const;
export type ServerFeature = (typeof SERVER_FEATURES)[number];

/**
 * `GET /health`. `uptime` in seconds. `contract` is ours: a server that leaves it out speaks the
 * platform's documents and no more. Features that this client does not know are kept as they are.
 */
export const Health = v.object({
  status: v.string(),
  timestamp: v.optional(v.string()),
  uptime: v.optional(v.number()),
  /** The IANA time zone of the business (ours). */
  timeZone: v.optional(v.string()),
  contract: v.optional(v.object({ version: v.number(), features: v.array(v.string()) })),
});
export type Health = Readonly<v.InferOutput<typeof Health>>;
