import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Overview } from '#contract/overview';
import { Figures } from '../../../core/i18n/figures';
import { Formats } from '../../../core/i18n/formats';
import { T } from '../../../core/i18n/texts';
import type { Message } from '../../../core/i18n/translations';

interface Tile {
  readonly id: 'all' | 'active' | 'banned' | 'email' | 'phone';
  /** In words of the language. */
  readonly figure: string;
  readonly note: Message;
  /** From 0 to 1; absent where the figure is no part of another. */
  readonly share?: number;
  readonly query: Readonly<Record<string, string>>;
}

/** Users by status and verification, each figure leading to the list that it counts. */
@Component({
  selector: 'app-user-tiles',
  imports: [RouterLink, T],
  templateUrl: './user-tiles.html',
  styleUrl: './user-tiles.scss',
})
export class UserTiles {
  private readonly formats = inject(Formats);
  private readonly figures = inject(Figures);
  readonly overview = input.required<Overview>();

  protected readonly tiles = computed((): Tile[] => {
    const { users, registrations } = this.overview();
    const part = (count: number): number => (users.total === 0 ? 0 : count / users.total);
    const counted = (id: Tile['id'], count: number, query: Tile['query']): Tile => ({
      id,
      figure: this.formats.number(count),
      note: { key: 'overview.tile.share', args: { share: this.figures.percent(part(count)) } },
      share: part(count),
      query,
    });
    const rated = (id: Tile['id'], count: number, query: Tile['query']): Tile => ({
      id,
      figure: this.figures.percent(part(count)),
      note: { key: 'overview.tile.of', args: { count, total: users.total } },
      share: part(count),
      query,
    });
    return [
      {
        id: 'all',
        figure: this.formats.number(users.total),
        note: { key: 'overview.tile.today', args: { count: registrations.days.at(-1)?.total ?? 0 } },
        query: {},
      },
      counted('active', users.total - users.banned, { status: 'active' }),
      counted('banned', users.banned, { status: 'banned' }),
      rated('email', users.emailVerified, { verified: 'email' }),
      rated('phone', users.phoneVerified, { verified: 'phone' }),
    ];
  });
}
