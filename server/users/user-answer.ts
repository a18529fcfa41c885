import type { PublicUser, UserAnswer } from '#contract/users';
import { Positioned } from '../stream/positioned';

/** @returns the answer to a change of one user, with the number of the change's own event. */
export function answerWithUser(
  { body, stream, position }: Positioned<PublicUser>,
  more: Pick<UserAnswer, 'banReason' | 'mailTakenBack'> = {},
): Positioned<UserAnswer> {
  return new Positioned({ ok: true, user: body, ...more }, stream, position);
}
