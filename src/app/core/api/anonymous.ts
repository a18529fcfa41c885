import { HttpContext, HttpContextToken } from '@angular/common/http';

/** Marks a request that the session makes about itself: no token is added, no refusal is acted upon, an end does not cut it off. */
export const ANONYMOUS = new HttpContextToken(() => false);

/** @returns a request context that says {@link ANONYMOUS}. */
export function anonymous(): HttpContext {
  return new HttpContext().set(ANONYMOUS, true);
}
