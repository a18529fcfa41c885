import { WebSocketGateway } from '@nestjs/websockets';
import { LiveGateway } from '../stream/live-gateway';
import type { SocketIdentity } from '../stream/socket-authenticator';

/** Partner requests are shown to admins only. */
@WebSocketGateway({ namespace: '/partner-places' })
export class PartnerPlacesGateway extends LiveGateway {
  protected override readonly stream = 'partner-places';

  protected override hears({ kind }: SocketIdentity): boolean {
    return kind === 'admin';
  }
}
