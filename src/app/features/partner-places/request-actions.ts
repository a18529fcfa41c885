import { inject, Service } from '@angular/core';
import type { PartnerRequest } from '#contract/partner-places';
import { shownName } from '#contract/visible-text';
import type { LocalResult } from '@moien/live/engine';
import { map, type Observable, tap } from 'rxjs';
import type { ApiError } from '../../core/api/api-error';
import { Server } from '../../core/api/server';
import { PartnerPlacesApi, type PartnerRequestAction, type PartnerRequestState } from '../../core/api/partner-places-api';
import { isolated } from '../../core/i18n/isolated';
import { OwnActions, takingBack } from '../../core/live/own-actions';
import { Toasts } from '../../ui/toasts';
import type { ComposedAction } from './drafts';
import { QueueStore } from './queue-store';

type Verb = 'approve' | 'requestDetails' | 'reject' | 'message' | 'reopen' | 'delete';
const VERBS: Readonly<Record<PartnerRequestAction, Verb>> = {
  approve: 'approve',
  'request-details': 'requestDetails',
  reject: 'reject',
  message: 'message',
  reopen: 'reopen',
};

/** What an admin does to a partner request, always as they saw it. Decisions offer Undo. */
@Service({ autoProvided: false })
export class RequestActions {
  private readonly server = inject(Server);
  private readonly api = inject(PartnerPlacesApi);
  private readonly actions = new OwnActions<PartnerRequest>(inject(QueueStore), inject(Toasts));
  /** By their `updatedAt`: the states that actions of this page's own led to. */
  private readonly own = new Set<string>();

  /** The ids of requests whose change the server has not answered yet. */
  readonly busy = this.actions.busy;

  /** Whether it was this admin, on this page, who made the request what it is. */
  isOwn({ updatedAt }: PartnerRequest): boolean {
    return this.own.has(updatedAt);
  }

  /**
   * Decides, or writes.
   *
   * @param undone called when the decision was taken back, with the request as it is then.
   * @throws ApiError when it was not done: the text is still where it was written.
   */
  async send(request: PartnerRequest, action: ComposedAction, text: string, undone: (request: PartnerRequest) => void): Promise<PartnerRequest> {
    let result = request;
    const send = () => this.act(action, request, text === '' ? undefined : text, (state) => (result = state.request));
    const isUndoable = action !== 'message' && this.server.can('reopen-request');
    const undo = !isUndoable ? undefined : () => void this.reopen(result, undone);
    await this.actions.commit({ ...this.describe(VERBS[action], request), send, undo });
    return result;
  }

  /** Takes the last decision back. */
  async reopen(request: PartnerRequest, done: (request: PartnerRequest) => void = () => undefined): Promise<void> {
    const described = this.describe('reopen', request);
    const late = { key: 'partnerPlaces.done.reopenLate', args: described.done.args } as const;
    const reopening = takingBack<PartnerRequest>(late, (noted) => ({
      ...described,
      send: () =>
        this.act('reopen', request, undefined, (state) => {
          noted(state);
          done(state.request);
        }),
    }));
    await this.actions.follow(reopening);
  }

  /** @returns why it was not done, which is told already; null when it was. */
  delete(request: PartnerRequest): Promise<ApiError | null> {
    return this.actions.follow({ ...this.describe('delete', request), send: () => this.api.delete(request) });
  }

  private act(
    action: PartnerRequestAction,
    request: PartnerRequest,
    message: string | undefined,
    done: (state: PartnerRequestState) => void,
  ): Observable<LocalResult<PartnerRequest>> {
    return this.api.act(action, request, message).pipe(
      tap((state) => {
        this.own.add(state.request.updatedAt);
        done(state);
      }),
      map(({ request: row, ...told }) => ({ change: { kind: 'updated', row }, ...told })),
    );
  }

  private describe(verb: Verb, { id, placeName, email }: PartnerRequest) {
    const name = isolated(shownName(placeName, email));
    return {
      id,
      done: { key: `partnerPlaces.done.${verb}`, args: { name } } as const,
      failed: (why: string) => ({ key: `partnerPlaces.failed.${verb}`, args: { name, why } }) as const,
    };
  }
}
