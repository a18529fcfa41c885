import { computed, inject, Service, signal } from '@angular/core';
import type { Session } from '#contract/auth';
import type { LocalResult } from '@moien/live/engine';
import { firstValueFrom, map } from 'rxjs';
import { type ApiError, toApiError } from '../../core/api/api-error';
import { SessionsApi } from '../../core/api/sessions-api';
import { ErrorTexts } from '../../core/i18n/error-texts';
import { OwnActions } from '../../core/live/own-actions';
import { Confirm } from '../../ui/confirm';
import { Toasts } from '../../ui/toasts';
import { SessionsStore } from './sessions-store';

/** Signs the admin out elsewhere. Nothing of it can be undone but by signing in there again. */
@Service({ autoProvided: false })
export class SessionActions {
  private readonly api = inject(SessionsApi);
  private readonly store = inject(SessionsStore);
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);
  private readonly errorTexts = inject(ErrorTexts);
  private readonly actions = new OwnActions<Session>(this.store, { track: (done) => this.toasts.track(done, { isUnheard: true }) });

  /** The ids of sessions that are being ended. */
  readonly busy = this.actions.busy;
  private readonly endingAll = signal(false);
  readonly isEndingAll = this.endingAll.asReadonly();
  readonly others = computed(() => (this.store.rows() ?? []).filter(({ current }) => !current));

  /** @param device in words, for the message. */
  async end({ id }: Session, device: string): Promise<void> {
    const args = { device };
    const send = () => this.api.revoke(id).pipe(map((): LocalResult<Session> => ({ change: { kind: 'deleted', id } })));
    await this.actions.follow({
      id,
      done: { key: 'sessions.done.one', args },
      failed: (why) => ({ key: 'sessions.failed.one', args: { ...args, why } }),
      send,
    });
  }

  /** Asks first; then ends one after the other, whatever becomes of each. */
  async endOthers(): Promise<void> {
    const others = this.others();
    const isSure = await this.confirm.ask({
      title: { key: 'sessions.endOthers.title', args: { count: others.length } },
      body: { key: 'sessions.endOthers.body' },
      action: { key: 'sessions.endOthers.action' },
    });
    if (!isSure || this.endingAll()) return;
    this.endingAll.set(true);
    const report = this.toasts.track({ key: 'sessions.done.all', args: { count: others.length } }, { isUnheard: true });
    const failures: ApiError[] = [];
    for (const { id } of others) {
      const failure = await this.actions.hold(id, () => firstValueFrom(this.api.revoke(id)).then(() => undefined, toApiError));
      // One that is gone already has ended all the same.
      if (failure && failure.code !== 'NOT_FOUND') failures.push(failure);
    }
    this.endingAll.set(false);
    this.store.check();
    const [first] = failures;
    if (first) report.failed({ key: 'sessions.failed.all', args: { count: failures.length, why: this.errorTexts.get(first) } });
    else report.saved();
  }
}
