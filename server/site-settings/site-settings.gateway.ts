import { WebSocketGateway } from '@nestjs/websockets';
import { LiveGateway } from '../stream/live-gateway';

@WebSocketGateway({ namespace: '/site-settings' })
export class SiteSettingsGateway extends LiveGateway {
  protected override readonly stream = 'site-settings';
}
