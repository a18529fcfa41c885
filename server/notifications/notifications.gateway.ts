import { WebSocketGateway } from '@nestjs/websockets';
import { LiveGateway } from '../stream/live-gateway';

/** Everything here is for one account: nothing is broadcast. */
@WebSocketGateway({ namespace: '/notifications' })
export class NotificationsGateway extends LiveGateway {
  protected override readonly stream = undefined;
}
