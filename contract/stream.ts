import * as v from 'valibot';
import { StreamName } from './streams';

/** Names one unbroken history; a new one begins at a seed, a restore, a fail-over, any unlogged write. */
const LogId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/u));
/** The number of an event in its history: 1, 2, 3 … without gaps; 0 is the position before the first. */
const Seq = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** A place in a stream's history: everything up to and including `seq` has happened. */
export const StreamPosition = v.object({ log: LogId, seq: Seq });
export type StreamPosition = v.InferOutput<typeof StreamPosition>;

/** The second argument of every numbered broadcast. `at` is for reading only: never order by it. */
export const EventMeta = v.object({ log: LogId, seq: Seq, at: v.string() });
export type EventMeta = v.InferOutput<typeof EventMeta>;

/** One event of a batch or of a replay. Its payload is validated by the namespace it belongs to. */
export const StreamEvent = v.object({ seq: Seq, event: v.string(), payload: v.unknown(), at: v.string() });
export type StreamEvent = v.InferOutput<typeof StreamEvent>;

export const BATCH_MAX = 500;

/**
 * The event `stream`: what the log brought since the last emit, in order, up to `head`. Without events it is the greeting,
 * sent once the socket's rooms are joined and about every 10 s: "from here on you get head + 1".
 */
export const StreamBatch = v.object({ log: LogId, head: Seq, events: v.pipe(v.array(StreamEvent), v.maxLength(BATCH_MAX)) });
export type StreamBatch = v.InferOutput<typeof StreamBatch>;

/** Who did it. `system` for what no person asked for. */
export const Actor = v.object({ kind: v.picklist(['admin', 'user', 'system']), id: v.nullable(v.string()), name: v.nullable(v.string()) });
export type Actor = v.InferOutput<typeof Actor>;

/** `GET /events`: a page of history after a position. `head` is where the history ended when the page was read. */
export const ReplayPage = v.object({
  data: v.array(v.object({ ...StreamEvent.entries, actor: v.optional(Actor) })),
  pagination: v.object({ log: LogId, head: Seq }),
});
export type ReplayPage = v.InferOutput<typeof ReplayPage>;

export const REPLAY_LIMIT_MAX = 500;
/** The query string of `GET /events`: what a client that stands at `after` has missed. */
export const ReplayQuery = v.object({
  namespace: StreamName,
  after: v.pipe(
    v.string(),
    v.maxLength(100),
    v.transform((text) => parsePosition(text)),
    StreamPosition,
  ),
  limit: v.optional(v.pipe(v.string(), v.regex(/^\d{1,3}$/u), v.transform(Number), v.minValue(1), v.maxValue(REPLAY_LIMIT_MAX)), '500'),
});

export const POSITION_HEADER = 'X-Stream-Position';

/** @returns `<log>:<seq>`, as `GET /events?after=` takes it. */
export function formatPosition({ log, seq }: StreamPosition): string {
  return `${log}:${String(seq)}`;
}

/** Reads `<log>:<seq>`; undefined when it is anything else. */
export function parsePosition(text: string): StreamPosition | undefined {
  const colon = text.lastIndexOf(':');
  if (!/^\d{1,15}$/u.test(text.slice(colon + 1))) return undefined;
  const parsed = v.safeParse(StreamPosition, { log: text.slice(0, colon), seq: Number(text.slice(colon + 1)) });
  return parsed.success ? parsed.output : undefined;
}

/** @returns the value of `X-Stream-Position`: `<namespace>=<log>:<seq>`. */
export function formatPositionHeader(stream: StreamName, position: StreamPosition): string {
  return `${stream}=${formatPosition(position)}`;
}

/** Reads one stream's position from `X-Stream-Position`; undefined when the header is absent, foreign or malformed. */
export function parsePositionHeader(header: string | null | undefined, stream: StreamName): StreamPosition | undefined {
  const own = header
    ?.split(',')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${stream}=`));
  return own === undefined ? undefined : parsePosition(own.slice(stream.length + 1));
}
