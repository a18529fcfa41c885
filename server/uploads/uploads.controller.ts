import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { SkipThrottle } from '@nestjs/throttler';
import type { Response } from 'express';
import { Public } from '../auth/access';
import { ApiException } from '../http/api-exception';
import { DiskImageStore } from './disk-image-store';

/** Serves the images on disk to anyone who knows their address, as the dashboard's `<img>` and the public site do: a page full at once. */
@ApiExcludeController()
@SkipThrottle()
@Controller('uploads')
export class UploadsController {
  constructor(private readonly store: DiskImageStore) {}

  @Public()
  @Get(':name')
  serve(@Param('name') name: string, @Res() response: Response): Promise<void> {
    if (!DiskImageStore.isName(name)) throw noSuchImage();
    const headers = {
      'Content-Type': 'image/webp',
      'Cache-Control': 'public, max-age=31536000, immutable',
      'Content-Disposition': 'inline',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cross-Origin-Resource-Policy': 'same-site',
      'X-Content-Type-Options': 'nosniff',
    };
    return new Promise((resolve, reject) => {
      response.sendFile(name, { root: this.store.folder, headers }, (error?: Error & { status?: number }) => {
        if (error === undefined || response.headersSent) resolve();
        else reject(error.status === 404 ? noSuchImage() : error);
      });
    });
  }
}

function noSuchImage(): ApiException {
  return new ApiException('NOT_FOUND', 'There is no such image');
}
