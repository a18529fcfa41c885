import { randomUUID } from 'node:crypto';
import { newPartner } from '../../../tools/traffic/partner-changes';
import type { Live } from './live';
import type { Settings } from './options';
import { Refusal } from './refusal';

export type PartnerStatus = 'pending' | 'needs_info' | 'approved' | 'rejected';
type ChangeKind = 'created' | 'approved' | 'needs_info' | 'rejected' | 'updated' | 'deleted';

/** All that is known of a request; how much of it is told is a setting. */
export interface PartnerRow {
  readonly id: string;
  readonly placeName: string;
  readonly contactName: string;
  readonly email: string;
  readonly phone: string;
  readonly countryCode: string;
  readonly city: string;
  readonly address: string;
  readonly cuisine: string | null;
  readonly note: string | null;
  readonly imageUrl: string | null;
  readonly status: PartnerStatus;
  readonly messages: readonly { readonly id: string; readonly from: 'admin' | 'partner'; readonly body: string; readonly at: string }[];
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** The four answers to a request, by the last part of their path. */
export const DECISIONS = { approve: 'approved', 'request-details': 'needs_info', reject: 'rejected', message: 'updated' } as const;
export type Decision = keyof typeof DECISIONS;

/** What the form on the customer's site sends. */
export type NewPartnerRequest = ReturnType<typeof newPartner>;
const APART_MS = 50 * 60_000;

/** Places that ask to become partners. An event says only that one changed. */
export class PartnerRequests {
  /** Oldest first. */
  private readonly rows = new Map<string, PartnerRow>();

  constructor(
    private readonly settings: Settings,
    private readonly live: Live,
  ) {}

  seed(count: number): void {
    for (let index = 0; index < count; index++) this.add(newPartner(), new Date(Date.now() - (count - index) * APART_MS));
  }

  /** @returns all of them, newest first. */
  list(): readonly PartnerRow[] {
    return [...this.rows.values()].reverse();
  }

  /** @throws Refusal */
  get(id: string): PartnerRow {
    const row = this.rows.get(id);
    if (row === undefined) throw new Refusal(404, 'Partner request not found');
    return row;
  }

  /** @param request by default one that chance makes up. */
  create(request: NewPartnerRequest = newPartner()): PartnerRow {
    const row = this.add(request, new Date());
    this.tell('created', row.id);
    return row;
  }

  /** @throws Refusal once the request is decided; a message may always be sent. */
  decide(id: string, decision: Decision, message?: string, by = 'Another Admin'): PartnerRow {
    const before = this.get(id);
    const kind = DECISIONS[decision];
    if (kind !== 'updated' && (before.status === 'approved' || before.status === 'rejected')) throw new Refusal(409, 'Request has already been decided');
    const at = new Date().toISOString();
    const said = message === undefined ? [] : [{ id: randomUUID(), from: 'admin' as const, body: message, at }];
    const decided = kind === 'updated' ? {} : { status: kind, decidedBy: by, decidedAt: at };
    const row = { ...before, ...decided, messages: [...before.messages, ...said], updatedAt: at };
    this.rows.set(id, row);
    this.tell(kind, id);
    return row;
  }

  /** @throws Refusal */
  delete(id: string): void {
    this.get(id);
    this.rows.delete(id);
    this.tell('deleted', id);
  }

  private add(request: NewPartnerRequest, now: Date): PartnerRow {
    const at = now.toISOString();
    const row: PartnerRow = {
      id: randomUUID(),
      ...request,
      imageUrl: null,
      status: 'pending',
      messages: [],
      decidedBy: null,
      decidedAt: null,
      createdAt: at,
      updatedAt: at,
    };
    this.rows.set(row.id, row);
    return row;
  }

  private tell(kind: ChangeKind, id: string): void {
    const named = this.settings.now.partnerEventIds ? { id } : {};
    this.live.broadcast('partner-places', 'partner-places.changed', { kind, ...named, at: new Date().toISOString() });
  }
}
