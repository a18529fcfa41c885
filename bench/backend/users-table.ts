import type { Broadcast } from '#contract/events';
import type { PublicUser, UsersPage } from '#contract/users';
import { Random } from './random';

export type UserEvent = Broadcast<'users'>;

/** How the events of a burst divide; the rest are updates. */
export interface Mix {
  readonly created: number;
  readonly deleted: number;
}

const FIRST_REGISTRATION = Date.UTC(2026, 0, 1);
const COUNTRIES = [
  ['LU', 'Luxembourg'],
  ['DE', 'Germany'],
  ['FR', 'France'],
  ['PT', 'Portugal'],
] as const;

/** Users in memory, newest first, and what happens to them. */
export class UsersTable {
  private readonly random = new Random(2026);
  private readonly users: PublicUser[] = [];
  private made = 0;
  private changes = 0;

  constructor(count: number) {
    for (let index = 0; index < count; index++) this.users.unshift(this.newUser());
  }

  get rows(): readonly PublicUser[] {
    return this.users;
  }

  /** @param cursor the id of the last row of the page before; empty for the first. An id that is gone ends the list. */
  page(cursor: string, limit: number): UsersPage {
    const start = cursor === '' ? 0 : this.users.findIndex(({ id }) => id === cursor) + 1;
    const data = this.users.slice(start, start + limit);
    const nextCursor = start + limit < this.users.length ? (data.at(-1)?.id ?? null) : null;
    return { data, pagination: { limit, total: this.users.length, totalRelation: 'eq', nextCursor } };
  }

  one(id: string): PublicUser | undefined {
    return this.users.find((user) => user.id === id);
  }

  /** Lets something happen to somebody, by chance. */
  change({ created, deleted }: Mix): UserEvent {
    const dice = this.random.next();
    if (dice < created || this.users.length === 0) return this.create();
    const index = this.random.below(this.users.length);
    if (dice < created + deleted) return this.delete(index);
    const user = this.users[index] as PublicUser;
    const changed = this.random.next() < 0.7 ? renamed(user, ++this.changes) : turned(user);
    this.users[index] = changed;
    return { event: 'users.updated', payload: changed };
  }

  create(): UserEvent {
    const user = this.newUser();
    this.users.unshift(user);
    return { event: 'users.created', payload: user };
  }

  private delete(index: number): UserEvent {
    const [user] = this.users.splice(index, 1) as [PublicUser];
    return { event: 'users.deleted', payload: { id: user.id } };
  }

  private newUser(): PublicUser {
    const index = this.made++;
    const [countryCode, countryName] = COUNTRIES[index % COUNTRIES.length] as (typeof COUNTRIES)[number];
    const hex = index.toString(16).padStart(8, '0');
    return {
      id: `${hex}-0000-4000-8000-${hex.padStart(12, '0')}`,
      fullName: `Person Number ${String(index)}`,
      countryCode,
      countryName,
      phone: `+352621${String(index).padStart(7, '0')}`,
      isBanned: false,
      bannedAt: null,
      phoneVerified: index % 3 === 0,
      email: `person.${String(index)}@mail.example`,
      emailVerified: index % 2 === 0,
      photoUrl: null,
      createdAt: new Date(FIRST_REGISTRATION + index * 1000).toISOString(),
    };
  }
}

function renamed(user: PublicUser, change: number): PublicUser {
  return { ...user, fullName: `Person Renamed ${String(change)}` };
}

function turned(user: PublicUser): PublicUser {
  return { ...user, isBanned: !user.isBanned, bannedAt: user.isBanned ? null : new Date(FIRST_REGISTRATION).toISOString() };
}
