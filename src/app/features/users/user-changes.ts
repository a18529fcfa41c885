import { inject, Service } from '@angular/core';
import type { PublicUser } from '#contract/users';
import { Formats } from '../../core/i18n/formats';
import { Texts } from '../../core/i18n/texts';
import type { Change } from '../../ui/seen';
import { changedColumns, COLUMN_IDS, type ColumnId } from './columns/columns';

/** In what two states of a user differ, in words alone. */
@Service()
export class UserChanges {
  private readonly texts = inject(Texts);
  private readonly formats = inject(Formats);

  between(before: PublicUser, now: PublicUser): readonly Change[] {
    const columns = changedColumns(before, now);
    return COLUMN_IDS.filter((column) => columns.has(column)).map((column) =>
      column === 'name' && before.fullName === now.fullName
        ? { label: 'users.changed.photo', before: this.photo(before), now: this.photo(now, before.photoUrl !== null) }
        : { label: `users.column.${column}`, before: this.cell(before, column), now: this.cell(now, column) },
    );
  }

  private photo({ photoUrl }: PublicUser, isAnother = false): string {
    return this.texts.get(photoUrl === null ? 'users.changed.noPhoto' : isAnother ? 'users.changed.newPhoto' : 'users.changed.aPhoto');
  }

  private cell(user: PublicUser, column: ColumnId): string {
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
        if (user.bannedAt !== null) return this.texts.get('users.bannedSince', { date: this.formats.moment(user.bannedAt) });
        return this.texts.get(user.isBanned ? 'users.status.banned' : 'users.status.active');
      case 'verified':
        return `${this.texts.get(user.emailVerified ? 'users.verified.email' : 'users.verified.emailNot')} · ${this.texts.get(user.phoneVerified ? 'users.verified.phone' : 'users.verified.phoneNot')}`;
      case 'registered':
        return this.formats.moment(user.createdAt);
    }
  }
}
