// What every page may need and none begins with, in one chunk: each chunk more makes those that every page begins with larger.
export { Messages } from './messages';
export { NotFound } from './not-found';
