import { STREAMS, type StreamName } from '#contract/streams';

/** The log's streams: the contract's broadcasts, and ours for what goes to single accounts, which no client can ask for. */
export const LOG_STREAMS = [...STREAMS, 'accounts'] as const satisfies readonly (StreamName | 'accounts')[];
export type LogStream = (typeof LOG_STREAMS)[number];

/** The NOTIFY channel; the payload is the stream that grew. */
export const STREAM_CHANNEL = 'moien_stream';
