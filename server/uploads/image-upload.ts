import { applyDecorators, createParamDecorator, UseInterceptors, type ExecutionContext } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiConsumes } from '@nestjs/swagger';
import type { Request } from 'express';
import { memoryStorage } from 'multer';
import { PHOTO_MAX_BYTES } from '#contract/users';

/** Reads a multipart body with at most one image, in the field of that name and in memory. More bytes than allowed: 413. */
export const ImageUpload = (field: string): MethodDecorator =>
  applyDecorators(
    ApiConsumes('multipart/form-data'),
    UseInterceptors(FileInterceptor(field, { storage: memoryStorage(), limits: { fileSize: PHOTO_MAX_BYTES, files: 1, fields: 20, fieldSize: 20_000 } })),
  );

/** The image's bytes as they came; undefined when there was none. */
export const UploadedImage = createParamDecorator(
  (_: unknown, context: ExecutionContext): Buffer | undefined => context.switchToHttp().getRequest<Request>().file?.buffer,
);
