import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, DestroyRef, inject, signal } from '@angular/core';
import { type PublicUser, USERS_PAGE_MAX, type UsersQuery } from '#contract/users';
import type { PageAnswer, Total } from '@moien/live/engine';
import { firstValueFrom, retry, throwError, timer } from 'rxjs';
import type { ApiError } from '../../../core/api/api-error';
import { UsersApi } from '../../../core/api/users-api';
import { BusinessZone } from '../../../core/i18n/business-zone';
import { ErrorTexts } from '../../../core/i18n/error-texts';
import { T, Texts } from '../../../core/i18n/texts';
import { CsvTargets } from './csv-target';
import { ExportContents } from './export-contents';
import { UsersCsv } from './users-csv';
import { UsersExport } from './users-export';

const RETRIES = 2;
const PAUSE_MS = 500;

/** What is exported. */
export interface ExportData {
  readonly query: UsersQuery;
  /** As the list counts them; undefined while it does not. */
  readonly total: Total | undefined;
}

/** Writes the whole of the present view into a file: where to is asked at a press, as browsers want it, then it goes page by page. */
@Component({
  selector: 'app-export-dialog',
  imports: [T],
  templateUrl: './export-dialog.html',
  styleUrl: './export-dialog.scss',
})
export class ExportDialog {
  private readonly api = inject(UsersApi);
  private readonly csv = inject(UsersCsv);
  private readonly contents = inject(ExportContents);
  private readonly targets = inject(CsvTargets);
  private readonly texts = inject(Texts);
  private readonly errorTexts = inject(ErrorTexts);
  private readonly data = inject<ExportData>(DIALOG_DATA);
  protected readonly dialog = inject<DialogRef<unknown, ExportDialog>>(DialogRef);

  /** Above the button: exactly what the file will contain. */
  protected readonly content = computed(() => this.contents.of(this.data.query, this.data.total));
  protected readonly run = signal<UsersExport | undefined>(undefined);
  /** The file could not even be made. */
  private readonly isRefused = signal(false);
  protected readonly state = computed(() => this.run()?.state() ?? (this.isRefused() ? 'failed' : 'asked'));
  protected readonly why = computed(() => {
    const failure = this.run()?.failure();
    return failure ? this.errorTexts.get(failure) : this.texts.get('users.export.unwritable');
  });

  private readonly today = inject(BusinessZone).today;

  constructor() {
    inject(DestroyRef).onDestroy(() => void this.run()?.cancel());
  }

  protected async start(): Promise<void> {
    this.isRefused.set(false);
    try {
      const target = await this.targets.open(`users-${this.today()}.csv`);
      if (!target) return;
      const source = { page: (cursor: string | null) => this.page(cursor), head: () => this.csv.head(), rows: this.csv.rows.bind(this.csv) };
      this.run.set(new UsersExport(source, target));
      await this.run()?.run();
    } catch {
      // Whatever the browser has against the place, there is no file: that is said where it was asked for.
      this.isRefused.set(true);
    }
  }

  /** A page that does not come at once is asked for again: one hiccup in a thousand pages is to cost nobody the other 999. */
  private page(cursor: string | null): Promise<PageAnswer<PublicUser>> {
    const delay = (error: ApiError, attempt: number) => (isPassing(error) ? timer(attempt * PAUSE_MS) : throwError(() => error));
    return firstValueFrom(this.api.list(this.data.query, cursor, USERS_PAGE_MAX).pipe(retry({ count: RETRIES, delay })));
  }
}

function isPassing({ status }: ApiError): boolean {
  return status === 0 || status === 429 || status >= 500;
}
