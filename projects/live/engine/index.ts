// The engine: plain TypeScript, without Angular, RxJS or a browser.
export type { Batch, Change, Entry, LinkEvent, StreamPosition } from './link';
export { LiveList } from './live-list';
export { LiveSnapshot, type SnapshotAnswer } from './live-snapshot';
export { type Feed, FeedError, type LocalResult, type PageAnswer, type RowRules, type RowsAnswer, type Timers } from './ports';
export { Replica } from './replica';
export { RequestQueue } from './request-queue';
export { SnapshotStream, type Step, type SummedStream } from './snapshot-stream';
export { DOUBT_MS, type Freshness, type FreshnessState, leastFresh, lessFresh } from './sync-status';
export type { ListView } from './view';
export type { Total } from './window';
