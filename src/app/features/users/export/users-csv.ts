import { computed, inject, Service } from '@angular/core';
import type { PublicUser } from '#contract/users';
import { displayName, plainLine } from '#contract/visible-text';
import Papa from 'papaparse';
import { BusinessZone } from '../../../core/i18n/business-zone';
import { Formats } from '../../../core/i18n/formats';
import { Texts } from '../../../core/i18n/texts';

/** So that spreadsheets take the file for UTF-8, Arabic names included. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Users as lines of a CSV file, in words of the page's language. Moments are the business's, as every spreadsheet reads them: `2026-02-01 13:00:00`. */
@Service()
export class UsersCsv {
  private readonly texts = inject(Texts);
  private readonly formats = inject(Formats);
  private readonly zone = inject(BusinessZone).name;
  private readonly moments = computed(() => new Intl.DateTimeFormat('sv', { timeZone: this.zone(), dateStyle: 'short', timeStyle: 'medium' }));

  /** What the columns are called, in their order. */
  columns(): readonly string[] {
    const columns = ['name', 'email', 'phone', 'country', 'status', 'registered'] as const;
    const [name = '', email = '', phone = '', country = '', status = '', registered = ''] = columns.map((column) => this.texts.get(`users.column.${column}`));
    const verified = [this.texts.get('users.verified.email'), this.texts.get('users.verified.phone')];
    const code = this.texts.get('users.export.countryCode');
    const moments = [this.texts.get('users.export.bannedAt'), registered].map((moment) => `${moment} (${this.zone()})`);
    return ['ID', name, email, phone, ...verified, code, country, status, ...moments];
  }

  /** What the file begins with. */
  head(): string {
    return BYTE_ORDER_MARK + lines([[...this.columns()]]);
  }

  rows(users: readonly PublicUser[]): string {
    return lines(users.map((user) => this.cells(user)));
  }

  private moment(instant: string): string {
    return this.moments().format(new Date(instant));
  }

  private cells(user: PublicUser): (string | undefined)[] {
    const truth = (is: boolean) => this.texts.get(is ? 'users.export.yes' : 'users.export.no');
    const { id, email, phone, emailVerified, phoneVerified, countryCode, countryName, isBanned, bannedAt, createdAt } = user;
    const status = this.texts.get(isBanned ? 'users.status.banned' : 'users.status.active');
    const country = this.formats.country(countryCode) ?? countryName;
    return [
      id,
      displayName(user),
      email,
      phone,
      truth(emailVerified),
      truth(phoneVerified),
      countryCode,
      country,
      status,
      bannedAt ? this.moment(bannedAt) : '',
      this.moment(createdAt),
    ];
  }
}

function lines(rows: (string | undefined)[][]): string {
  return rows.length === 0
    ? ''
    : `${Papa.unparse(
        rows.map((cells) => cells.map(inert)),
        { newline: '\r\n' },
      )}\r\n`;
}

/** Where a cell begins, in a spreadsheet of any country: each separates lists by another of these, and splits our cells by its own. */
const BEGINNINGS_OF_FORMULAS = /(^|[,;|\t،؛、，；｜])(?=\s*[=+\-@＝＋－＠])/gu;

/** A cell in one line, with an apostrophe before each thing that could run as a formula; papaparse sees to a cell's own beginning only. */
function inert(cell = ''): string {
  return plainLine(cell).replace(BEGINNINGS_OF_FORMULAS, "$1'");
}
