import { inject } from '@angular/core';
import type { Notification } from '#contract/notifications';
import { firstValueFrom } from 'rxjs';
import { toApiError } from '../api/api-error';
import { NotificationsApi } from '../api/notifications-api';
import { ErrorTexts } from '../i18n/error-texts';
import type { ActionReports } from './own-actions';

/** Marks notifications as read. Only a failure is worth a word: what is done is seen. To be made in an injection context. */
export class MarkRead {
  private readonly api = inject(NotificationsApi);
  private readonly errorTexts = inject(ErrorTexts);

  constructor(private readonly reports: Pick<ActionReports, 'track'>) {}

  /** @returns the notification as it is then; undefined when it could not be marked. Never throws. */
  async one({ id }: Notification): Promise<Notification | undefined> {
    return this.try(() => firstValueFrom(this.api.read(id)));
  }

  /** @returns whether it was done. Never throws. */
  async all(): Promise<boolean> {
    return (await this.try(() => firstValueFrom(this.api.readAll()).then(() => true))) ?? false;
  }

  private async try<T>(send: () => Promise<T>): Promise<T | undefined> {
    try {
      return await send();
    } catch (error) {
      const why = this.errorTexts.get(toApiError(error));
      this.reports.track({ key: 'notification.markRead' }).failed({ key: 'notification.failed', args: { why } });
      return undefined;
    }
  }
}
