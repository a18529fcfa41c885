import { WebSocketGateway } from '@nestjs/websockets';
import { LiveGateway } from '../stream/live-gateway';

@WebSocketGateway({ namespace: '/users' })
export class UsersGateway extends LiveGateway {
  protected override readonly stream = 'users';
}
