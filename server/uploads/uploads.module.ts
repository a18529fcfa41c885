import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config';
import { DiskImageStore } from './disk-image-store';
import { ImageStore } from './image-store';
import { ImageSweeper } from './image-sweeper';
import { Photos } from './photos';
import { UploadsController } from './uploads.controller';

/** Images that people send. */
@Module({
  controllers: [UploadsController],
  providers: [
    Photos,
    ImageSweeper,
    {
      provide: DiskImageStore,
      inject: [CONFIG],
      useFactory: ({ dataDir, publicUrl }: Config) => new DiskImageStore(folderIn(dataDir), `${publicUrl}/uploads/`),
    },
    { provide: ImageStore, useExisting: DiskImageStore },
  ],
  exports: [Photos],
})
export class UploadsModule {}

/** With a database in memory, images go where the machine clears up after us. */
function folderIn(dataDir: string): string {
  return dataDir === 'memory://' ? mkdtempSync(join(tmpdir(), 'moien-uploads-')) : join(dataDir, 'uploads');
}
