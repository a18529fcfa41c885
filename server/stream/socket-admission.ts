import { Injectable, Logger } from '@nestjs/common';
import type { SessionEnded } from '#contract/auth';
import type { Socket } from 'socket.io';
import * as v from 'valibot';
import { Clock } from '../clock/clock';
import { accountRoom, sessionRoom } from './log-entry';
import { ConnectRefusal, SocketAuthenticator, type SignedInIdentity, type SocketIdentity } from './socket-authenticator';

const Handshake = v.object({ token: v.nullish(v.pipe(v.string(), v.maxLength(4096))), batch: v.optional(v.unknown()) });
/** How often a session that was prolonged is looked at again. */
const RECHECK_MS = 60_000;
/** The longest that Node's timers can wait. */
const TIMER_MAX_MS = 2 ** 31 - 1;

/** A socket whose handshake was accepted. Clients send nothing that is listened to. */
export type LiveSocket = Socket<
  Record<string, never>,
  Record<string, (...args: unknown[]) => void>,
  Record<string, never>,
  { identity: SocketIdentity; batch: boolean }
>;

/** Who gets in, and who has to leave when a session runs out. */
@Injectable()
export class SocketAdmission {
  private readonly logger = new Logger(SocketAdmission.name);

  constructor(
    private readonly authenticator: SocketAuthenticator,
    private readonly clock: Clock,
  ) {}

  /**
   * Namespace middleware: refuses with a coded `connect_error`. When we cannot tell, the connection is cut instead: clients
   * take a refusal for an answer, but come back after a cut.
   */
  async authenticate(socket: LiveSocket, next: (refusal?: Error) => void): Promise<void> {
    try {
      const handshake = v.safeParse(Handshake, socket.handshake.auth);
      if (!handshake.success) throw new ConnectRefusal('UNAUTHENTICATED');
      socket.data.identity = await this.authenticator.authenticate(handshake.output.token ?? undefined);
      socket.data.batch = handshake.output.batch === 1;
      next();
    } catch (error) {
      if (error instanceof ConnectRefusal) {
        next(error);
        return;
      }
      this.logger.error(error);
      socket.conn.close();
    }
  }

  /**
   * Puts a connected socket into its own rooms, and only then looks whether it may stay: a ban that commits in between
   * either shows in that look or reaches the rooms.
   *
   * @returns whether it may.
   */
  async admit(socket: LiveSocket): Promise<boolean> {
    const { identity } = socket.data;
    if (identity.kind === 'anonymous') return true;
    await socket.join([accountRoom(identity.accountId), sessionRoom(identity.sessionId)]);
    const allowed = await this.mayStay(socket, identity);
    if (allowed === true) this.watch(socket, identity, identity.sessionEndsAt.getTime() - this.clock.now().getTime());
    if (allowed === false) socket.disconnect(true);
    // One that left meanwhile must not join any more rooms: nothing would ever take it out of them.
    return allowed === true && socket.connected;
  }

  /** @returns undefined when that cannot be told: the connection is then cut, and the client will come back. */
  private async mayStay(socket: LiveSocket, identity: SignedInIdentity): Promise<boolean | undefined> {
    try {
      return await this.authenticator.stillAllowed(identity);
    } catch (error) {
      this.logger.error(error);
      socket.conn.close();
      return undefined;
    }
  }

  private watch(socket: LiveSocket, identity: SignedInIdentity, ms: number): void {
    if (!socket.connected) return;
    const timer = setTimeout(() => void this.endIfOver(socket, identity), Math.min(Math.max(ms, 0), TIMER_MAX_MS));
    socket.once('disconnect', () => clearTimeout(timer));
  }

  private async endIfOver(socket: LiveSocket, identity: SignedInIdentity): Promise<void> {
    const allowed = await this.mayStay(socket, identity);
    if (allowed === true) this.watch(socket, identity, RECHECK_MS);
    if (allowed !== false) return;
    socket.emit('session.ended', { reason: 'expired', at: this.clock.now().toISOString() } satisfies SessionEnded);
    socket.disconnect(true);
  }
}
