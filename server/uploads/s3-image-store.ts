import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  paginateListObjectsV2,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type { Readable } from 'node:stream';
import { Logger } from '@nestjs/common';
import type { S3Config } from '../config/config';
import { StartupError } from '../config/startup-error';
import { ApiException } from '../http/api-exception';
import { imageName, ImageStore, isImageName, type KeptImage } from './image-store';

/** The bucket may hold other things as well. */
const PREFIX = 'uploads/';
const BATCH = 500;
const CONNECT_MS = 2_000;
/** How long an answer, and then each part of it, may take. */
const ANSWER_MS = 5_000;
const ATTEMPTS = 2;
const RETRY_AFTER_SECONDS = 10;

/** Images as objects of a bucket, named by the SHA-256 of their content. They are read through this server, so that their addresses never change. */
export class S3ImageStore extends ImageStore {
  private readonly logger = new Logger(S3ImageStore.name);
  private readonly client: S3Client;
  private readonly bucket: string;

  /** @param baseUrl what an image's name is appended to, with a slash at the end. */
  constructor(
    { bucket, accessKeyId, secretAccessKey, region, endpoint }: S3Config,
    private readonly baseUrl: string,
    { answerMs } = { answerMs: ANSWER_MS },
  ) {
    super();
    this.bucket = bucket;
    this.client = new S3Client({
      region,
      credentials: { accessKeyId, secretAccessKey },
      ...(endpoint !== undefined && { endpoint, forcePathStyle: true }),
      maxAttempts: ATTEMPTS,
      requestHandler: { connectionTimeout: CONNECT_MS, requestTimeout: answerMs, socketTimeout: answerMs, throwOnRequestTimeout: true },
      // Checksums that Amazon added later are not known to every compatible service.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    });
  }

  /**
   * Tells before anybody sends an image whether the bucket is there for us. One that cannot be reached now may be later.
   * @throws StartupError when it answers that it is not.
   */
  async check(): Promise<void> {
    const status = await this.client.send(new HeadBucketCommand({ Bucket: this.bucket })).then(() => 200, statusOf);
    if (status === undefined || status >= 500) this.logger.warn(`The bucket ${this.bucket} cannot be reached now: images are refused until it can be.`);
    else if (status >= 300) throw new StartupError(`The bucket ${this.bucket} answers ${String(status)}: check the S3_ variables.`);
  }

  async put(webp: Buffer): Promise<string> {
    const name = imageName(webp);
    await this.send(this.client.send(new PutObjectCommand({ ...this.object(name), Body: webp, ContentType: 'image/webp' })));
    return this.baseUrl + name;
  }

  async read(name: string): Promise<KeptImage | undefined> {
    const found = await this.find(this.client.send(new GetObjectCommand(this.object(name))));
    return found && { size: found.ContentLength ?? 0, content: found.Body as Readable };
  }

  async *olderThan(moment: Date): AsyncIterable<readonly string[]> {
    const pages = paginateListObjectsV2({ client: this.client, pageSize: BATCH }, { Bucket: this.bucket, Prefix: PREFIX })[Symbol.asyncIterator]();
    for (let page = await this.send(pages.next()); !page.done; page = await this.send(pages.next())) {
      const older = (page.value.Contents ?? []).filter(({ LastModified }) => LastModified !== undefined && LastModified < moment);
      const names = older.map(({ Key }) => Key?.slice(PREFIX.length) ?? '').filter(isImageName);
      if (names.length > 0) yield names;
    }
  }

  async remove(name: string, moment: Date): Promise<void> {
    const found = await this.find(this.client.send(new HeadObjectCommand(this.object(name))));
    if (found?.LastModified === undefined || found.LastModified >= moment) return;
    await this.send(this.client.send(new DeleteObjectCommand(this.object(name))));
  }

  close(): void {
    this.client.destroy();
  }

  private object(name: string): { Bucket: string; Key: string } {
    return { Bucket: this.bucket, Key: PREFIX + name };
  }

  private find<T>(request: Promise<T>): Promise<T | undefined> {
    return this.send(
      request.catch((error: unknown) => {
        if (statusOf(error) === 404 && (error as Error).name !== 'NoSuchBucket') return undefined;
        throw error;
      }),
    );
  }

  /** Whatever went wrong between here and the bucket is no fault of whoever asked; what it was is for the log. */
  private async send<T>(request: Promise<T>): Promise<T> {
    try {
      return await request;
    } catch (error) {
      const cause = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      this.logger.error(`The bucket ${this.bucket} did not do as asked: ${cause}`);
      throw new ApiException('STORAGE_UNAVAILABLE', 'Images cannot be kept or read now; nothing was changed', { retryAfter: RETRY_AFTER_SECONDS });
    }
  }
}

/** What the service answered; undefined where it did not answer. */
function statusOf(error: unknown): number | undefined {
  return error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;
}
