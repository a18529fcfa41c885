import type { Page } from '#contract/paging';
import { parsePositionHeader, POSITION_HEADER, type StreamPosition } from '#contract/stream';
import { STREAMS, type StreamName } from '#contract/streams';
import type { PageAnswer } from '@moien/live/engine';
import type { Answer } from './api-client';

/** Where in a stream an answer was read, or which number the change it tells of has; nothing with an older server. */
export function positionOf({ headers }: Answer<unknown>, stream: StreamName): { readonly position?: StreamPosition } {
  const position = parsePositionHeader(headers.get(POSITION_HEADER), stream);
  return position ? { position } : {};
}

/** The same in every stream that an answer was read in. */
export function positionsOf(answer: Answer<unknown>): Readonly<Partial<Record<StreamName, StreamPosition>>> {
  return Object.fromEntries(
    STREAMS.flatMap((stream) => {
      const { position } = positionOf(answer, stream);
      return position ? [[stream, position] as const] : [];
    }),
  );
}

/** A page as a live list takes it. */
export function pageAnswer<TRow>(answer: Answer<Page<TRow>>, stream: StreamName): PageAnswer<TRow> {
  const { data, pagination } = answer.body;
  return {
    rows: data,
    next: pagination.nextCursor,
    total: { count: pagination.total, exact: pagination.totalRelation === 'eq' },
    ...positionOf(answer, stream),
  };
}
