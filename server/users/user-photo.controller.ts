import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { imageTag } from '#contract/image-tag';
import type { Id } from '#contract/primitives';
import { UserAnswer } from '#contract/users';
import { AdminOrSelf, CurrentAccount } from '../auth/access';
import { actorOf, type Account } from '../auth/account';
import { ApiException } from '../http/api-exception';
import { IdParam } from '../http/id-param';
import { IfMatch, refuseStale } from '../http/if-match';
import type { Positioned } from '../stream/positioned';
import { ImageUpload, UploadedImage } from '../uploads/image-upload';
import { Photos } from '../uploads/photos';
import { answerWithUser } from './user-answer';
import { UserChanges } from './user-changes';
import { toPublicUser } from './user-row';

@ApiTags('users')
@ApiBearerAuth()
@Controller('users/:id/photo')
export class UserPhotoController {
  constructor(
    private readonly photos: Photos,
    private readonly changes: UserChanges,
  ) {}

  /** Replaces a user's photo, unless it is another by now than the caller saw. */
  @AdminOrSelf('id')
  @Post()
  @HttpCode(200)
  @ImageUpload('photo')
  @ApiBody({ schema: { type: 'object', required: ['photo'], properties: { photo: { type: 'string', format: 'binary' } } } })
  @ApiHeader({ name: 'If-Match', required: false, description: 'The quoted URL of the photo that the caller saw, "" for none: 409 STALE if it is another.' })
  @ApiOkResponse({ standardSchema: UserAnswer })
  async replace(
    @CurrentAccount() account: Account,
    @IdParam() id: Id,
    @IfMatch() seen: string | undefined,
    @UploadedImage() photo: Buffer | undefined,
  ): Promise<Positioned<UserAnswer>> {
    if (photo === undefined) {
      throw new ApiException('VALIDATION_FAILED', 'Send the image as the multipart field "photo"', {
        details: [{ field: 'photo', code: 'required', message: 'is missing' }],
      });
    }
    const photoUrl = await this.photos.keep(photo);
    const changed = this.changes.update(id, { kind: 'user.photo-changed', actor: actorOf(account) }, (user) => {
      refuseStale(seen, imageTag(user.photoUrl), toPublicUser(user));
      return { photoUrl };
    });
    return answerWithUser(await changed);
  }
}
