import { WebSocketGateway } from '@nestjs/websockets';
import { LiveGateway } from '../stream/live-gateway';

/** Site images are public, and so is the news of them. */
@WebSocketGateway({ namespace: '/site-settings' })
export class SiteSettingsGateway extends LiveGateway {
  protected override readonly stream = 'site-settings';

  protected override hears(): boolean {
    return true;
  }
}
