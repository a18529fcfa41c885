import { inject, Service } from '@angular/core';
import type { UsersQuery } from '#contract/users';
import type { Total } from '@moien/live/engine';
import { Formats } from '../../../core/i18n/formats';
import { isolated } from '../../../core/i18n/isolated';
import { Texts } from '../../../core/i18n/texts';
import type { MessageKey } from '../../../core/i18n/translations';
import { SORTABLE } from '../columns/columns';
import { totalText } from '../total-text';
import { UsersCsv } from './users-csv';

/** What a file will contain, in words: which users and how many, in which order, with which columns. */
@Service()
export class ExportContents {
  private readonly texts = inject(Texts);
  private readonly formats = inject(Formats);
  private readonly csv = inject(UsersCsv);

  /** @param total undefined where it is not known. */
  of(query: UsersQuery, total: Total | undefined): readonly { readonly label: MessageKey; readonly text: string }[] {
    const count = total && totalText(total);
    return [
      { label: 'users.export.who', text: this.filters(query).join(' · ') || this.texts.get('users.export.everybody') },
      { label: 'users.export.count', text: count ? this.texts.get(count.key, count.args) : this.texts.get('users.export.uncounted') },
      { label: 'users.export.order', text: this.order(query) },
      { label: 'users.export.columns', text: this.formats.list(this.csv.columns()) },
    ];
  }

  private filters({ q, status, verified, country }: UsersQuery): readonly string[] {
    const countries = country?.map((code) => this.formats.country(code) ?? code);
    return [
      ...(q === undefined ? [] : [this.texts.get('users.export.search', { text: isolated(q) })]),
      ...(status ? [`${this.texts.get('users.column.status')}: ${this.texts.get(`users.status.${status}`)}`] : []),
      ...(verified ? [this.texts.get(`users.filters.verified.${verified}`)] : []),
      ...(countries ? [`${this.texts.get('users.column.country')}: ${this.formats.list(countries)}`] : []),
    ];
  }

  private order({ sort, dir }: UsersQuery): string {
    const column = SORTABLE.find((sortable) => sortable.sort === sort)?.id ?? 'registered';
    const order = this.texts.get(sort === 'createdAt' ? `users.export.dir.time.${dir}` : `users.export.dir.text.${dir}`);
    return `${this.texts.get(`users.column.${column}`)}: ${order}`;
  }
}
