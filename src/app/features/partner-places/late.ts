// What the page opens at the first press, in one chunk: each chunk more makes those that every page starts with larger.
export { RequestPanel } from './panel/request-panel';
