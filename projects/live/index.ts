// The Angular side: lists and values that stay equal to a server's, as signals.
export { BROWSER_TIMERS } from './src/browser-timers';
export { type LiveCollection, liveCollection, type LiveCollectionOptions } from './src/live-collection';
export { type LiveValue, liveSnapshot, type LiveSnapshotOptions } from './src/live-snapshot';
export { followPageLifecycle } from './src/page-lifecycle';
