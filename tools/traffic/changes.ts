import * as v from 'valibot';
import { pageOf } from '#contract/paging';
import type { AdminApi } from '../admin-api';
import type { Change } from './change';
import { portrait } from './image-changes';
import { fullName, newUser, oneOf } from './people';

/** Users that changes are made to: few enough for each to change more than once, so that order matters. */
const POOL = 500;

/** As much of a user as a change depends on: rows of older versions may break today's rules elsewhere. */
const KnownUser = v.object({ id: v.string(), isBanned: v.boolean() });
type KnownUser = v.InferOutput<typeof KnownUser>;

/** Makes one real change at a time to users it knows: 20 % registrations, 5 % deletions, the rest renames, photos now and then, bans and unbans. */
export class Changes {
  private readonly users = new Map<string, KnownUser>();

  constructor(private readonly api: AdminApi) {}

  /** Starts with the newest users: they are what a list shows first. */
  async load(): Promise<void> {
    const answer: unknown = await this.api.request('GET', '/users?limit=200');
    // The customer's own backend answers with the bare list, which may be long.
    const users = Array.isArray(answer) ? v.parse(v.array(KnownUser), answer.slice(0, POOL)) : v.parse(pageOf(KnownUser), answer).data;
    for (const user of users) this.remember(user);
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
    this.remember(v.parse(v.object({ user: KnownUser }), await this.api.request(method, path, body)).user);
  }

  private remember(user: KnownUser): void {
    this.users.set(user.id, user);
    if (this.users.size > POOL) this.users.delete(this.users.keys().next().value as string);
  }
}
