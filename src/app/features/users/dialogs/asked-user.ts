import { DestroyRef, type Injector } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { imageTag } from '#contract/image-tag';
import { type UserDecision, userTag } from '#contract/user-tag';
import { PublicUser } from '#contract/users';
import { UsersSocket } from '../../../core/realtime/users-socket';
import { Asked } from '../../../ui/asked';
import { UserChanges } from '../user-changes';
import { UsersStore } from '../users-store';

/** @returns a user as a question is about them, followed in the list and beyond it for as long as the page is open. */
export function askedUser(user: PublicUser, about: UserDecision | 'photo', injector: Injector): Asked<PublicUser> {
  const [store, changes] = [injector.get(UsersStore), injector.get(UserChanges)];
  const listed = () => store.view()?.rows.find(({ id }) => id === user.id);
  const tag = (state: PublicUser) => (about === 'photo' ? imageTag(state.photoUrl) : userTag(state, about));
  const asked = new Asked(user, listed, PublicUser, tag, (before, now) => changes.between(before, now));
  // The list draws a little later than what is heard, and may not have them at all.
  injector
    .get(UsersSocket)
    .events$.pipe(takeUntilDestroyed(injector.get(DestroyRef)))
    .subscribe(({ payload }) => {
      if (payload.id === user.id && 'photoUrl' in payload) asked.newest.set(payload);
    });
  return asked;
}
