import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Inject, Module, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config';
import { DiskImageStore } from './disk-image-store';
import { ImageStore } from './image-store';
import { ImageSweeper } from './image-sweeper';
import { Photos } from './photos';
import { S3ImageStore } from './s3-image-store';
import { UploadsController } from './uploads.controller';

/** Images that people send: in a bucket where one is configured, otherwise in DATA_DIR/uploads, also with DATABASE_URL, where the processes share that folder. */
@Module({
  controllers: [UploadsController],
  providers: [
    Photos,
    ImageSweeper,
    {
      provide: ImageStore,
      inject: [CONFIG],
      useFactory: ({ dataDir, publicUrl, s3 }: Config) => {
        const baseUrl = `${publicUrl}/uploads/`;
        if (s3) return new S3ImageStore(s3, baseUrl);
        return new DiskImageStore(dataDir === 'memory://' ? join(tmpdir(), `moien-uploads-${randomUUID()}`) : join(dataDir, 'uploads'), baseUrl);
      },
    },
  ],
  exports: [ImageStore, Photos],
})
export class UploadsModule implements OnModuleInit, OnApplicationShutdown {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly store: ImageStore,
  ) {}

  async onModuleInit(): Promise<void> {
    if (this.store instanceof S3ImageStore) await this.store.check();
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.store instanceof S3ImageStore) this.store.close();
    // Images last no longer than the database that tells of them.
    else if (this.config.dataDir === 'memory://' && this.store instanceof DiskImageStore) await rm(this.store.folder, { recursive: true, force: true });
  }
}
