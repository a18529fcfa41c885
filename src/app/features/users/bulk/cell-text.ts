import { inject, Service } from '@angular/core';
import type { PublicUser } from '#contract/users';
import { Formats } from '../../../core/i18n/formats';
import { Texts } from '../../../core/i18n/texts';
import type { ColumnId } from '../columns/columns';

/** What a cell of the grid says, in words alone. */
@Service()
export class CellText {
  private readonly texts = inject(Texts);
  private readonly formats = inject(Formats);

  get(user: PublicUser, column: ColumnId): string {
    switch (column) {
      case 'name':
        return user.fullName;
      case 'email':
        return user.email;
      case 'phone':
        return user.phone;
      case 'country':
        return this.formats.country(user.countryCode) ?? user.countryName;
      case 'status':
        return this.texts.get(user.isBanned ? 'users.status.banned' : 'users.status.active');
      case 'verified':
        return `${this.texts.get(user.emailVerified ? 'users.verified.email' : 'users.verified.emailNot')} · ${this.texts.get(user.phoneVerified ? 'users.verified.phone' : 'users.verified.phoneNot')}`;
      case 'registered':
        return this.formats.moment(user.createdAt);
    }
  }
}
