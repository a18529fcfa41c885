/** What a step of traffic did. */
export type Change = 'new' | 'changed' | 'deleted';
