import * as v from 'valibot';
import { UserAnswer, UsersPage, type PublicUser } from '#contract/users';
import type { AdminApi } from '../admin-api';
import { portrait } from './image-changes';
import { fullName, newUser, oneOf } from './people';

export type Change = 'new' | 'changed' | 'deleted';

/** Users that changes are made to: few enough for each to change more than once, so that order matters. */
const POOL = 500;

/** Makes one real change at a time to users it knows: 20 % registrations, 5 % deletions, the rest renames, photos now and then, bans and unbans. */
export class Changes {
  private readonly users = new Map<string, PublicUser>();

  constructor(private readonly api: AdminApi) {}

  /** Starts with the newest users: they are what a list shows first. */
  async load(): Promise<void> {
    const page = v.parse(UsersPage, await this.api.request('GET', '/users?limit=200'));
    for (const user of page.data) this.remember(user);
  }

  /** @throws ApiError when the server refuses it, say because another admin was first. */
  async make(): Promise<Change> {
    const user = this.users.size === 0 ? undefined : oneOf([...this.users.values()]);
    const dice = Math.random();
    if (user === undefined || dice < 0.2) {
      await this.apply('POST', '/users/register', newUser());
      return 'new';
    }
    // Whoever is being changed is not to be chosen again before the answer: two changes at once would contradict each other.
    this.users.delete(user.id);
    const path = `/users/${user.id}`;
    if (dice < 0.25) {
      await this.api.request('DELETE', path);
      return 'deleted';
    }
    if (dice < 0.28) await this.apply('POST', `${path}/photo`, await portrait());
    else if (dice < 0.6) await this.apply('PATCH', path, { fullName: fullName() });
    else if (user.isBanned) await this.apply('POST', `${path}/unban`);
    else await this.apply('POST', `${path}/ban`, { reason: 'Demo traffic: this account was chosen by chance.' });
    return 'changed';
  }

  private async apply(method: string, path: string, body?: unknown): Promise<void> {
    this.remember(v.parse(UserAnswer, await this.api.request(method, path, body)).user);
  }

  private remember(user: PublicUser): void {
    this.users.set(user.id, user);
    if (this.users.size > POOL) this.users.delete(this.users.keys().next().value as string);
  }
}
