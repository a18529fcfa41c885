import { Injectable } from '@nestjs/common';
import type { ActivityKind } from '#contract/activity';
import type { PARTNER_CHANGE_KINDS, PartnerRequest } from '#contract/partner-places';
import type { Id } from '#contract/primitives';
import type { Actor } from '#contract/stream';
import { shortened, shownName } from '#contract/visible-text';
import { asc, eq } from 'drizzle-orm';
import { Clock } from '../clock/clock';
import { Database } from '../database/database';
import type { Transaction } from '../database/driver';
import { partnerMessages, partnerRequests, type PartnerRequestRow } from '../database/schema';
import { ApiException } from '../http/api-exception';
import { EventLog } from '../stream/event-log';
import { Positioned } from '../stream/positioned';
import { sortKeyOf, toPartnerRequest } from './partner-request-row';

type Details = 'placeName' | 'contactName' | 'email' | 'phone' | 'countryCode' | 'city' | 'address' | 'cuisine' | 'note' | 'imageUrl';
export type NewPartnerRequest = Pick<PartnerRequestRow, Details>;

/** What a change may set, and the message that comes with it. */
export interface PartnerChange {
  readonly set?: Partial<Pick<PartnerRequestRow, Details | 'status' | 'decidedBy' | 'decidedAt' | 'before'>>;
  readonly message?: { readonly id?: Id; readonly from: 'admin' | 'partner'; readonly body: string };
}

/** How a change is told: as an event, and in the history. */
export interface PartnerTold {
  readonly kind: (typeof PARTNER_CHANGE_KINDS)[number];
  readonly activity: ActivityKind;
  readonly actor: Actor;
  readonly note?: string;
}

/** Tells people of a change that was written, before its event is. */
export type TellPeople = (tx: Transaction, row: PartnerRequestRow) => Promise<void>;

const NOTE_MAX = 500;

/** The one way partner requests are written: row, thread, notifications and event in one transaction, the event last. */
@Injectable()
export class PartnerChanges {
  constructor(
    private readonly database: Database,
    private readonly log: EventLog,
    private readonly clock: Clock,
  ) {}

  create(request: NewPartnerRequest, tellPeople: TellPeople): Promise<Positioned<PartnerRequest>> {
    return this.database.transaction(async (tx) => {
      const now = this.clock.now();
      const made = { status: 'pending', decidedAt: null, createdAt: now } as const;
      const [row] = await tx
        .insert(partnerRequests)
        .values({ ...request, ...made, sortKey: sortKeyOf(made), updatedAt: now })
        .returning();
      if (row === undefined) throw new Error('The new request was not returned');
      await tellPeople(tx, row);
      return this.answer(tx, row, { kind: 'created', activity: 'partner.requested', actor: partnerAsActor(row) });
    });
  }

  /**
   * Changes one request, which nobody else changes meanwhile.
   *
   * @param version the `updatedAt` that the caller saw, if it says so.
   * @param decide looks at the request as it is and says what to change; may refuse by throwing, and write what belongs to the
   * change with the same `tx`.
   * @throws ApiException NOT_FOUND, or STALE when it has moved on from `version`.
   */
  update(
    id: Id,
    version: string | undefined,
    told: (row: PartnerRequestRow) => PartnerTold,
    decide: (row: PartnerRequestRow, tx: Transaction) => PartnerChange | Promise<PartnerChange>,
    tellPeople: TellPeople,
  ): Promise<Positioned<PartnerRequest>> {
    return this.database.transaction(async (tx) => {
      const before = await this.lock(tx, id, version);
      const { set = {}, message } = await decide(before, tx);
      const at = this.momentAfter(before.updatedAt);
      if (message !== undefined) await tx.insert(partnerMessages).values({ ...message, requestId: id, at });
      const { actor } = told(before);
      const handledBy = actor.kind === 'admin' && actor.id !== null ? [...new Set([...before.handledBy, actor.id])] : before.handledBy;
      const [after] = await tx
        .update(partnerRequests)
        .set({ ...set, handledBy, sortKey: sortKeyOf({ ...before, ...set }), updatedAt: at })
        .where(eq(partnerRequests.id, id))
        .returning();
      if (after === undefined) throw new Error('A locked row went');
      await tellPeople(tx, after);
      return this.answer(tx, after, told(after));
    });
  }

  /** Deletes one request for good. @param confirm as `decide` of {@link update}. @throws ApiException NOT_FOUND or STALE. */
  delete(id: Id, version: string | undefined, actor: Actor, confirm: TellPeople): Promise<Positioned<{ ok: true }>> {
    return this.database.transaction(async (tx) => {
      const before = await this.lock(tx, id, version);
      await tx.delete(partnerRequests).where(eq(partnerRequests.id, id));
      await confirm(tx, before);
      const position = await this.append(tx, before, this.clock.now(), { kind: 'deleted', activity: 'partner.deleted', actor });
      return new Positioned({ ok: true }, 'partner-places', position);
    });
  }

  private async lock(tx: Transaction, id: Id, version: string | undefined): Promise<PartnerRequestRow> {
    const [row] = await tx.select().from(partnerRequests).where(eq(partnerRequests.id, id)).for('update');
    if (row === undefined) throw new ApiException('NOT_FOUND', 'There is no such request');
    if (version !== undefined && version !== row.updatedAt.toISOString()) {
      throw new ApiException('STALE', 'This request was changed meanwhile', { current: await this.shown(tx, row) });
    }
    return row;
  }

  /** @returns the request as everyone who may see it sees it. */
  async shown(tx: Transaction, row: PartnerRequestRow): Promise<PartnerRequest> {
    const messages = await tx.select().from(partnerMessages).where(eq(partnerMessages.requestId, row.id)).orderBy(asc(partnerMessages.at));
    return toPartnerRequest(row, messages);
  }

  private async answer(tx: Transaction, row: PartnerRequestRow, told: PartnerTold): Promise<Positioned<PartnerRequest>> {
    const request = await this.shown(tx, row);
    return new Positioned(request, 'partner-places', await this.append(tx, row, row.updatedAt, told));
  }

  private append(tx: Transaction, { id, placeName, email }: PartnerRequestRow, at: Date, { kind, activity, actor, note }: PartnerTold) {
    return this.log.append(tx, {
      stream: 'partner-places',
      event: 'partner-places.changed',
      payload: { kind, id, at: at.toISOString() },
      kind: activity,
      actor,
      subject: { id, label: shownName(placeName, email) },
      ...(note !== undefined && { note: shortened(note, NOTE_MAX) }),
    });
  }

  /** Now, but later than `last`: two changes within a millisecond are two versions, and messages have an order. */
  private momentAfter(last: Date): Date {
    return new Date(Math.max(this.clock.now().getTime(), last.getTime() + 1));
  }
}

/** Partners have no account: the history knows them by name. */
export function partnerAsActor({ contactName, email }: Pick<PartnerRequestRow, 'contactName' | 'email'>): Actor {
  return { kind: 'user', id: null, name: shownName(contactName, email) };
}
