import * as v from 'valibot';
import { PublicUserPayload } from '#contract/users';
import { fullName, oneOf } from '../../../tools/traffic/people';
import { DECISIONS, type Decision } from './partner-requests';
import type { Platform } from './platform';
import { ABOUT_SLOTS, LANDING_SLOTS } from './site-images';

/** Only the newest change, as they are what a list shows first. */
const POOL = 200;
const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

/** Makes one change, chosen by chance, behind everyone's back: mostly of users. */
export function churn(platform: Platform): void {
  const dice = Math.random();
  if (dice < 0.02) changeImage(platform);
  else if (dice < 0.22) changePartnerRequest(platform);
  else changeUser(platform);
}

/** Makes one change of a user: as many are deleted as register, so that the list keeps its length. */
export function changeUser({ users }: Platform): void {
  // An event about a row that breaks today's rules is not believed, and the list asked instead: a journey of its own.
  const user = oneOf(
    users
      .list()
      .slice(0, POOL)
      .filter((row) => v.is(PublicUserPayload, row)),
  );
  const dice = Math.random();
  if (dice < 0.1) users.register();
  else if (dice < 0.2) users.delete(user.id);
  else if (dice < 0.6) users.rename(user.id, fullName());
  else if (user.isBanned) users.unban(user.id);
  else users.ban(user.id);
}

function changePartnerRequest({ partnerRequests }: Platform): void {
  const open = partnerRequests.list().filter(({ status }) => status === 'pending' || status === 'needs_info');
  if (open.length === 0 || Math.random() < 0.4) partnerRequests.create();
  else partnerRequests.decide(oneOf(open).id, oneOf(Object.keys(DECISIONS) as Decision[]), 'Chosen by chance.');
}

function changeImage({ siteImages, uploads }: Platform): void {
  const url = Math.random() < 0.2 ? null : uploads.keep({ mimetype: 'image/png', buffer: PIXEL });
  if (Math.random() < 0.5) siteImages.set('landing', oneOf(LANDING_SLOTS), url);
  else siteImages.set('about', oneOf(ABOUT_SLOTS), url);
}
