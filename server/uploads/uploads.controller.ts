import { pipeline } from 'node:stream/promises';
import { Controller, Get, Logger, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { SkipThrottle } from '@nestjs/throttler';
import type { Request, Response } from 'express';
import { Public } from '../auth/access';
import { ApiException } from '../http/api-exception';
import { ImageStore, isImageName } from './image-store';

/** What `pipeline` says of a reader who went away: meanwhile, or before the first byte. */
const READER_GONE = ['ERR_STREAM_PREMATURE_CLOSE', 'ERR_STREAM_UNABLE_TO_PIPE'];
const HEADERS = {
  'Content-Type': 'image/webp',
  'Cache-Control': 'public, max-age=31536000, immutable',
  'Content-Disposition': 'inline',
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'Cross-Origin-Resource-Policy': 'same-site',
  'X-Content-Type-Options': 'nosniff',
};

/** Serves the images to anyone who knows their address, as the dashboard's `<img>` and the public site do: a page full at once. */
@ApiExcludeController()
@SkipThrottle()
@Controller('uploads')
export class UploadsController {
  private readonly logger = new Logger(UploadsController.name);

  constructor(private readonly store: ImageStore) {}

  @Public()
  @Get(':name')
  async serve(@Param('name') name: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const image = isImageName(name) ? await this.store.read(name) : undefined;
    if (!image) throw new ApiException('NOT_FOUND', 'There is no such image');
    response.set({ ...HEADERS, ETag: `"${name}"` });
    if (request.fresh || request.method === 'HEAD') {
      image.content.destroy();
      if (request.fresh) response.status(304);
      else response.set('Content-Length', String(image.size));
      response.end();
      return;
    }
    response.set('Content-Length', String(image.size));
    await pipeline(image.content, response).catch((error: unknown) => {
      // A pipeline that never began leaves the file open.
      image.content.destroy();
      // The answer has begun: it ends short, which its length tells.
      if (!READER_GONE.includes((error as NodeJS.ErrnoException).code ?? '')) this.logger.error(error);
    });
  }
}
