import { Body, Controller, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CreatePartnerRequest, EditPartnerRequest, PartnerReply, PartnerRequestCreated } from '#contract/partner-changes';
import { PartnerRequestAnswer } from '#contract/partner-places';
import type { Id } from '#contract/primitives';
import { Public } from '../auth/access';
import { PublicWrite } from '../http/public-write';
import { IdParam } from '../http/id-param';
import { IfMatch } from '../http/if-match';
import { Positioned } from '../stream/positioned';
import { ImageUpload, UploadedImage } from '../uploads/image-upload';
import { answerWithRequest } from './partner-answer';
import { PartnerSide } from './partner-side';
import { PlaceImages } from './place-images';
import { ReplyTokens } from './reply-tokens';

/** Partner requests for partners, who have no account. */
@ApiTags('partner-places')
@Public()
@PublicWrite()
@Controller('partner-places/requests')
export class PartnerSideController {
  constructor(
    private readonly partners: PartnerSide,
    private readonly images: PlaceImages,
    private readonly tokens: ReplyTokens,
  ) {}

  /** A place that wants to become a partner: JSON, or multipart with an optional `image`. */
  @Post()
  @ImageUpload('image')
  @ApiCreatedResponse({ standardSchema: PartnerRequestCreated })
  async create(
    @Body({ schema: CreatePartnerRequest }) request: CreatePartnerRequest,
    @UploadedImage() image: Buffer | undefined,
  ): Promise<Positioned<PartnerRequestCreated>> {
    const { body, stream, position } = answerWithRequest(await this.partners.create(request, (await this.images.keep(image)) ?? null));
    return new Positioned({ ...body, replyToken: this.tokens.of(body.request.id) }, stream, position);
  }

  /** Corrects a request that is not decided yet. */
  @Patch(':id')
  @ImageUpload('image')
  @ApiOkResponse({ standardSchema: PartnerRequestAnswer })
  async edit(
    @IdParam() id: Id,
    @IfMatch() version: string | undefined,
    @Body({ schema: EditPartnerRequest }) changes: EditPartnerRequest,
    @UploadedImage() image: Buffer | undefined,
  ): Promise<Positioned<PartnerRequestAnswer>> {
    this.tokens.check(id, changes.token);
    return answerWithRequest(await this.partners.edit(id, version, changes, await this.images.keep(image)));
  }

  /** Answers us. */
  @Post(':id/replies')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: PartnerRequestAnswer })
  async reply(@IdParam() id: Id, @Body({ schema: PartnerReply }) reply: PartnerReply): Promise<Positioned<PartnerRequestAnswer>> {
    return answerWithRequest(await this.partners.reply(id, reply));
  }
}
