import { Service } from '@angular/core';
import type { PublicUser } from '#contract/users';
import { StreamSocket } from './stream-socket';
import { userChange } from './user-change';

/** `/users`: registrations, changes and deletions of users. */
@Service()
export class UsersSocket extends StreamSocket<'users', PublicUser> {
  constructor() {
    super('users', userChange);
  }
}
