import type common from './texts/common.en.json';
import type notifications from './texts/notifications.en.json';
import type overview from './texts/overview.en.json';
import type partnerPlaces from './texts/partner-places.en.json';
import type sessions from './texts/sessions.en.json';
import type shell from './texts/shell.en.json';
import type siteImages from './texts/site-images.en.json';
import type staff from './texts/staff.en.json';
import type users from './texts/users.en.json';

type Texts = typeof common &
  typeof notifications &
  typeof overview &
  typeof partnerPlaces &
  typeof sessions &
  typeof shell &
  typeof siteImages &
  typeof staff &
  typeof users;
type Leaves<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaves<T[K]>}` }[keyof T & string];

/** Every text there is, by its path in the English files: a key that is not there does not compile, in templates either. */
export type MessageKey = Leaves<Texts>;

/** What an ICU message's arguments are filled with; a text among them is put into words first. */
export type MessageArgs = Readonly<Record<string, string | number | Message>>;

/** A text not yet put into words, so that it follows the language for as long as it is shown. */
export interface Message {
  readonly key: MessageKey;
  readonly args?: MessageArgs;
}
