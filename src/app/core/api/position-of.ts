import { parsePositionHeader, POSITION_HEADER, type StreamName, type StreamPosition } from '#contract/stream';
import type { Answer } from './api-client';

/** Where in a stream an answer was read, or which number the change it tells of has; nothing with an older server. */
export function positionOf({ headers }: Answer<unknown>, stream: StreamName): { readonly position?: StreamPosition } {
  const position = parsePositionHeader(headers.get(POSITION_HEADER), stream);
  return position ? { position } : {};
}
