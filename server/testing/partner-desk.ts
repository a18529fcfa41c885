import type { AdminLoginAnswer } from '#contract/auth';
import type { ErrorBody } from '#contract/errors';
import type { PartnerRequestCreated } from '#contract/partner-changes';
import type { PartnerRequest, PartnerRequestAnswer, PartnerRequestDetail, PartnerRequestsPage } from '#contract/partner-places';
import { parsePositionHeader, POSITION_HEADER, type StreamPosition } from '#contract/stream';
import { Database } from '../database/database';
import { partnerRequests } from '../database/schema';
import { OutboxWorker } from '../mail/outbox-worker';
import { newPartner } from './new-partner';
import type { RecordingMailer } from './recording-mailer';
import type { Answer, TestServer } from './test-server';

/** An answer to an action: the request, or why not. */
export type Changed = PartnerRequestAnswer & ErrorBody & { readonly current: PartnerRequest };

/** What two admins and a partner do with requests, in specs. */
export class PartnerDesk {
  private constructor(
    private readonly server: TestServer,
    public me: AdminLoginAnswer,
    public other: AdminLoginAnswer,
  ) {}

  static async open(server: TestServer): Promise<PartnerDesk> {
    return new PartnerDesk(server, await server.newAdmin(), await server.newAdmin());
  }

  /** Signs both in again, after the clock went far. */
  async signInAgain(): Promise<void> {
    [this.me, this.other] = [await this.server.signInAdmin(this.me.user.email), await this.server.signInAdmin(this.other.user.email)];
  }

  async clear(): Promise<void> {
    await this.server.application.get(Database).db.delete(partnerRequests);
  }

  /** A new request, some milliseconds after the last. */
  async create(own: Parameters<typeof newPartner>[0] = {}): Promise<PartnerRequest> {
    return (await this.created(own)).request;
  }

  async created(own: Parameters<typeof newPartner>[0] = {}): Promise<PartnerRequestCreated> {
    this.server.clock.advance(10);
    return (await this.server.post<PartnerRequestCreated>('/partner-places/requests', { body: newPartner(own) })).body;
  }

  act(
    id: string,
    action: string,
    { message, version, as = this.me }: { message?: string; version?: string; as?: AdminLoginAnswer } = {},
  ): Promise<Answer<Changed>> {
    return this.server.post<Changed>(`/partner-places/requests/${id}/${action}`, {
      token: as.tokens.accessToken,
      ...(message !== undefined && { body: { message } }),
      ...(version !== undefined && { headers: { 'If-Match': `"${version}"` } }),
    });
  }

  remove(id: string, version?: string): Promise<Answer<Changed>> {
    return this.server.request<Changed>('DELETE', `/partner-places/requests/${id}`, {
      token: this.me.tokens.accessToken,
      ...(version !== undefined && { headers: { 'If-Match': version } }),
    });
  }

  /** @param path below `/partner-places`. */
  get<TBody>(path: string): Promise<Answer<TBody>> {
    return this.server.get<TBody>(`/partner-places/${path}`, { token: this.me.tokens.accessToken });
  }

  async list(query = ''): Promise<PartnerRequestsPage> {
    return (await this.get<PartnerRequestsPage>(`requests${query}`)).body;
  }

  async one(id: string): Promise<PartnerRequest> {
    return (await this.get<PartnerRequestDetail>(`requests/${id}`)).body.data;
  }

  /** What has left for somebody so far. */
  async mailsTo(email: string): Promise<RecordingMailer['sent']> {
    await this.server.application.get(OutboxWorker).sendDue();
    return this.server.mailer.sent.filter(({ recipient }) => recipient === email);
  }
}

/** @returns where in the stream of partner requests an answer belongs. */
export function positionOf({ headers }: Answer<unknown>): StreamPosition | undefined {
  return parsePositionHeader(headers.get(POSITION_HEADER), 'partner-places');
}
