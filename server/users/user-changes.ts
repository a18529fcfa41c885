import { Injectable } from '@nestjs/common';
import type { ActivityKind } from '#contract/activity';
import type { Id } from '#contract/primitives';
import type { Actor } from '#contract/stream';
import type { PublicUser } from '#contract/users';
import { displayName } from '#contract/visible-text';
import { eq } from 'drizzle-orm';
import { Clock } from '../clock/clock';
import { Database } from '../database/database';
import type { Transaction } from '../database/driver';
import { users, type UserRow } from '../database/schema';
import { ApiException } from '../http/api-exception';
import { EventLog } from '../stream/event-log';
import { Positioned } from '../stream/positioned';
import { countChange } from './user-counts';
import { UserRegistrations } from './user-registrations';
import { derivedColumns, toPublicUser } from './user-row';

/** What a change may set. */
export type UserPatch = Partial<Pick<UserRow, 'fullName' | 'isBanned' | 'bannedAt' | 'banReason' | 'phoneVerified' | 'emailVerified' | 'photoUrl'>>;

/** How a change is told in the history. */
export interface Told {
  readonly kind: ActivityKind;
  readonly actor: Actor;
  readonly note?: string;
}

type NewUser = Pick<UserRow, 'fullName' | 'countryCode' | 'countryName' | 'phone' | 'email' | 'passwordHash'>;

/** The one way users are written: row, derived columns, counts and event in one transaction, the event last. */
@Injectable()
export class UserChanges {
  constructor(
    private readonly database: Database,
    private readonly log: EventLog,
    private readonly clock: Clock,
    private readonly registrations: UserRegistrations,
  ) {}

  /** @throws ApiException EMAIL_TAKEN or PHONE_TAKEN. */
  create(user: NewUser): Promise<Positioned<PublicUser>> {
    return this.database.transaction(async (tx) => {
      const now = this.clock.now();
      const [row] = await tx
        .insert(users)
        .values({ ...user, ...derivedColumns({ ...user, createdAt: now }), createdAt: now, updatedAt: now })
        .onConflictDoNothing()
        .returning();
      if (row === undefined) throw await this.taken(tx, user);
      await countChange(tx, undefined, row);
      await this.registrations.count(tx, row, 1);
      return this.tell(tx, 'users.created', row, { kind: 'user.registered', actor: { kind: 'user', id: row.id, name: displayName(row) } });
    });
  }

  /**
   * Changes one user, whom nobody else changes meanwhile.
   *
   * @param decide looks at the user as it is and says what to set; may refuse by throwing, and write what belongs to the
   * change with the same `tx`.
   * @throws ApiException NOT_FOUND.
   */
  update(id: Id, told: Told, decide: (user: UserRow, tx: Transaction) => UserPatch | Promise<UserPatch>): Promise<Positioned<PublicUser>> {
    return this.database.transaction(async (tx) => {
      const before = await this.lock(tx, id);
      const patch = await decide(before, tx);
      const [after] = await tx
        .update(users)
        .set({ ...patch, ...derivedColumns({ ...before, ...patch }), updatedAt: this.clock.now() })
        .where(eq(users.id, id))
        .returning();
      if (after === undefined) throw new Error('A locked row went');
      await countChange(tx, before, after);
      return this.tell(tx, 'users.updated', after, told);
    });
  }

  /** Deletes one user. @param confirm as `decide` of {@link update}. @throws ApiException NOT_FOUND. */
  delete(id: Id, actor: Actor, confirm: (user: UserRow, tx: Transaction) => Promise<void>): Promise<Positioned<{ ok: true }>> {
    return this.database.transaction(async (tx) => {
      const before = await this.lock(tx, id);
      await confirm(before, tx);
      await tx.delete(users).where(eq(users.id, id));
      await countChange(tx, before, undefined);
      await this.registrations.count(tx, before, -1);
      const subject = { id, label: displayName(before) };
      const position = await this.log.append(tx, { stream: 'users', event: 'users.deleted', payload: { id }, kind: 'user.deleted', actor, subject });
      return new Positioned({ ok: true }, 'users', position);
    });
  }

  private async lock(tx: Transaction, id: Id): Promise<UserRow> {
    const [row] = await tx.select().from(users).where(eq(users.id, id)).for('update');
    if (row === undefined) throw new ApiException('NOT_FOUND', 'There is no such user');
    return row;
  }

  private async tell(tx: Transaction, event: 'users.created' | 'users.updated', row: UserRow, told: Told): Promise<Positioned<PublicUser>> {
    const user = toPublicUser(row);
    const position = await this.log.append(tx, { stream: 'users', event, payload: user, subject: { id: row.id, label: displayName(row) }, ...told });
    return new Positioned(user, 'users', position);
  }

  private async taken(tx: Transaction, { email }: NewUser): Promise<ApiException> {
    const [sameEmail] = await tx.select({ id: users.id }).from(users).where(eq(users.email, email));
    const field = sameEmail === undefined ? 'phone' : 'email';
    const details = [{ field, code: 'taken', message: 'belongs to another account' }];
    return new ApiException(field === 'email' ? 'EMAIL_TAKEN' : 'PHONE_TAKEN', `There is an account with this ${field} already`, { details });
  }
}
