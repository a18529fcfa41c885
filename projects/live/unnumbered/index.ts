// For servers that number nothing: the whole list is held, compared, and told on as a numbered stream.
export { Mirror } from './mirror';
export { MirrorFeed } from './mirror-feed';
export type { MirrorSource } from './mirror-source';
export { pause } from './pause';
export { wholeList, type WholeListOptions } from './whole-list';
