import { inject, Service } from '@angular/core';
import type { PublicUser } from '#contract/users';
import Papa from 'papaparse';
import { Formats } from '../../../core/i18n/formats';
import { Texts } from '../../../core/i18n/texts';

/** So that spreadsheets take the file for UTF-8, Arabic names included. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Users as lines of a CSV file, in words of the page's language. Moments are ISO 8601, which every spreadsheet understands. */
@Service()
export class UsersCsv {
  private readonly texts = inject(Texts);
  private readonly formats = inject(Formats);

  /** What the file begins with. */
  head(): string {
    const columns = ['name', 'email', 'phone', 'country', 'status', 'registered'] as const;
    const [name, email, phone, country, status, registered] = columns.map((column) => this.texts.get(`users.column.${column}`));
    const verified = [this.texts.get('users.verified.email'), this.texts.get('users.verified.phone')];
    const cells = ['ID', name, email, phone, ...verified, this.texts.get('users.export.countryCode'), country, status];
    return BYTE_ORDER_MARK + lines([[...cells, this.texts.get('users.export.bannedAt'), registered]]);
  }

  rows(users: readonly PublicUser[]): string {
    return lines(users.map((user) => this.cells(user)));
  }

  private cells(user: PublicUser): (string | undefined)[] {
    const truth = (is: boolean) => this.texts.get(is ? 'users.export.yes' : 'users.export.no');
    const { id, fullName, email, phone, emailVerified, phoneVerified, countryCode, countryName, isBanned, bannedAt, createdAt } = user;
    const status = this.texts.get(isBanned ? 'users.status.banned' : 'users.status.active');
    const country = this.formats.country(countryCode) ?? countryName;
    return [id, fullName, email, phone, truth(emailVerified), truth(phoneVerified), countryCode, country, status, bannedAt ?? '', createdAt];
  }
}

/** A cell that a spreadsheet would run as a formula (it begins with = + - @, a tab or a carriage return) gets an apostrophe before it. */
function lines(rows: (string | undefined)[][]): string {
  return rows.length === 0 ? '' : `${Papa.unparse(rows, { escapeFormulae: true, newline: '\r\n' })}\r\n`;
}
