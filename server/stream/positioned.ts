import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { formatPositionHeader, POSITION_HEADER, type StreamPosition } from '#contract/stream';
import { STREAMS, type StreamName } from '#contract/streams';
import type { Response } from 'express';
import { map, type Observable } from 'rxjs';

/** An answer and the place in a stream's history it belongs to: a snapshot's own moment, or the number of a change's event. */
export class Positioned<TBody> {
  constructor(
    readonly body: TBody,
    readonly stream: StreamName,
    readonly position: StreamPosition,
  ) {}
}

/** An answer read in all streams at one moment. */
export class PositionedInAll<TBody> {
  constructor(
    readonly body: TBody,
    readonly positions: Readonly<Record<StreamName, StreamPosition>>,
  ) {}
}

/** Sends the position of a {@link Positioned} or {@link PositionedInAll} answer as the header `X-Stream-Position`, and the rest as the body. */
@Injectable()
export class PositionInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    return next.handle().pipe(
      map((answer) => {
        const header = positionHeader(answer);
        if (header === undefined) return answer;
        context.switchToHttp().getResponse<Response>().setHeader(POSITION_HEADER, header);
        return (answer as Positioned<unknown> | PositionedInAll<unknown>).body;
      }),
    );
  }
}

function positionHeader(answer: unknown): string | undefined {
  if (answer instanceof Positioned) return formatPositionHeader(answer.stream, answer.position);
  if (!(answer instanceof PositionedInAll)) return undefined;
  return STREAMS.map((stream) => formatPositionHeader(stream, answer.positions[stream])).join(', ');
}
