import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config';
import { DiskImageStore } from './disk-image-store';
import { ImageStore } from './image-store';
import { ImageSweeper } from './image-sweeper';
import { Photos } from './photos';
import { UploadsController } from './uploads.controller';

/** Images that people send: in DATA_DIR/uploads, also with DATABASE_URL, where the processes share that folder. */
@Module({
  controllers: [UploadsController],
  providers: [
    Photos,
    ImageSweeper,
    {
      provide: DiskImageStore,
      inject: [CONFIG],
      useFactory: ({ dataDir, publicUrl }: Config) =>
        new DiskImageStore(dataDir === 'memory://' ? join(tmpdir(), `moien-uploads-${randomUUID()}`) : join(dataDir, 'uploads'), `${publicUrl}/uploads/`),
    },
    { provide: ImageStore, useExisting: DiskImageStore },
  ],
  exports: [ImageStore, Photos],
})
export class UploadsModule implements OnApplicationShutdown {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly store: DiskImageStore,
  ) {}

  /** Images last no longer than the database that tells of them. */
  async onApplicationShutdown(): Promise<void> {
    if (this.config.dataDir === 'memory://') await rm(this.store.folder, { recursive: true, force: true });
  }
}
