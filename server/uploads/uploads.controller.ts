import { pipeline } from 'node:stream/promises';
import { Controller, Get, Logger, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { SkipThrottle } from '@nestjs/throttler';
import type { Request, Response } from 'express';
import { Public } from '../auth/access';
import { ApiException } from '../http/api-exception';
import { ImageStore, isImageName } from './image-store';

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
      // The answer has begun: it ends short, which its length tells. Whoever went away meanwhile is no failure.
      if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') this.logger.error(error);
    });
  }
}
