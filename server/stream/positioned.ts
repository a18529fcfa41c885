import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { formatPositionHeader, POSITION_HEADER, type StreamName, type StreamPosition } from '#contract/stream';
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

/** Sends the position of a {@link Positioned} answer as the header `X-Stream-Position`, and the rest as the body. */
@Injectable()
export class PositionInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    return next.handle().pipe(
      map((answer) => {
        if (!(answer instanceof Positioned)) return answer;
        const { body, stream, position } = answer as Positioned<unknown>;
        context.switchToHttp().getResponse<Response>().setHeader(POSITION_HEADER, formatPositionHeader(stream, position));
        return body;
      }),
    );
  }
}
