import { WebSocketGateway } from '@nestjs/websockets';
import { LiveGateway } from '../stream/live-gateway';

@WebSocketGateway({ namespace: '/partner-places' })
export class PartnerPlacesGateway extends LiveGateway {
  protected override readonly stream = 'partner-places';
}
