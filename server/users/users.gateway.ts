import { WebSocketGateway } from '@nestjs/websockets';
import { LiveGateway } from '../stream/live-gateway';
import type { SocketIdentity } from '../stream/socket-authenticator';

/** Users are shown to admins only. */
@WebSocketGateway({ namespace: '/users' })
export class UsersGateway extends LiveGateway {
  protected override readonly stream = 'users';

  protected override hears({ kind }: SocketIdentity): boolean {
    return kind === 'admin';
  }
}
