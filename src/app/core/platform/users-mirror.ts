import { inject, Service } from '@angular/core';
import type { Broadcast } from '#contract/events';
import type { PublicUser } from '#contract/users';
import { UsersSocket } from '../realtime/users-socket';
import { ListReader } from './list-reader';
import { MirrorSocket } from './mirror-socket';
import { readUser } from './rows';

/** All users of the platform, held whole; stands in for {@link UsersSocket}. */
@Service({ autoProvided: false })
export class UsersMirror extends MirrorSocket<PublicUser, Broadcast<'users'>> {
  constructor() {
    super(inject(UsersSocket, { skipSelf: true }), { id: ({ id }) => id, fetch: inject(ListReader).of('/users', readUser) });
  }
}
