import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { errorAnswer } from './error-answer';
import { requestIdOf } from './request-id';

/** Turns whatever a request threw into the contract's error body. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger(ErrorFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<Request>(), http.getResponse<Response>());
  }

  answer(error: unknown, request: Request, response: Response): void {
    // Whoever gave up what they were sending hears no answer, and nothing here failed.
    if (request.readableAborted) return;
    const { body, retryAfter } = errorAnswer(error, requestIdOf(request));
    if (body.statusCode >= 500) this.logger.error(error);
    if (response.headersSent) return void response.end();
    if (retryAfter !== undefined) response.setHeader('Retry-After', retryAfter);
    response.status(body.statusCode).json(body);
  }
}
