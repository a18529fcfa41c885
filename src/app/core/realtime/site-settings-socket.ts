import { Service } from '@angular/core';
import type { SlotUrl } from '../api/site-settings-api';
import { imageChange } from './image-change';
import { StreamSocket } from './stream-socket';

/** `/site-settings`: images replaced or removed. */
@Service()
export class SiteSettingsSocket extends StreamSocket<'site-settings', SlotUrl> {
  constructor() {
    super('site-settings', imageChange);
  }
}
