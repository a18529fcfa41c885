import * as v from 'valibot';
import { Email } from './email';
import { countrySortKey } from './country-order';
import { pageOf, type Page } from './paging';
import { Phone, phoneNeedles, PlainPhone, plainPhone } from './phone';
import { CountryCode, Id, ImageUrl, lineOf, NAME_MAX, nameOf, NewPassword, proseOf, REASON_MAX, Timestamp } from './primitives';
import { PublicUser, publicUser } from './public-user';
import { searchedText } from './search';
import { foldText } from './text';

export { PublicUser };

/** One line, however it reads: old rows are told of as they are. */
const toldLine = (maxLength: number) => v.pipe(v.string(), v.maxLength(maxLength), v.regex(/^\P{Cc}*$/u, 'CONTROL_CHARACTERS'));

/** The same in an event: what does not belong there makes the event suspect (see docs/adr/0005). */
export const PublicUserPayload = v.strictObject({
  ...publicUser,
  fullName: toldLine(NAME_MAX),
  countryCode: CountryCode,
  countryName: toldLine(100),
  phone: PlainPhone,
  email: Email,
  photoUrl: v.nullable(ImageUrl),
});

/** `users.deleted`. */
export const UserDeleted = v.strictObject({ id: Id });
export type UserDeleted = Readonly<v.InferOutput<typeof UserDeleted>>;

/** `account.banned`: the receiver's own account was banned or deleted. The server ends every socket of it right after. */
export const AccountBanned = v.object({ kind: v.picklist(['banned', 'deleted']), message: v.string(), at: v.string() });
export type AccountBanned = Readonly<v.InferOutput<typeof AccountBanned>>;

export const USER_SORTS = ['createdAt', 'fullName', 'email', 'countryName'] as const;
export type UserSort = (typeof USER_SORTS)[number];
export const USER_STATUSES = ['active', 'banned'] as const;
/** `email`, `phone`: at least that one is verified; `both`; `none`. */
export const USER_VERIFICATIONS = ['email', 'phone', 'both', 'none'] as const;
/** As many as there are codes of two letters, so that a query can name every country. An empty list does not mean "all". */
const COUNTRIES_MAX = 26 * 26;
const countries = v.pipe(v.array(CountryCode), v.minLength(1), v.maxLength(COUNTRIES_MAX));
/** The same as text, `LU,DE`. */
export const CountryList = v.pipe(
  v.string(),
  v.maxLength(3 * COUNTRIES_MAX),
  v.transform((list) => list.split(',')),
  countries,
);
/** A search may be a pasted line: a name and an address, and what stands around them. */
export const USER_SEARCH_MAX = 1000;

/** What a list of users shows and in which order. Absent means "all". */
export const UsersQuery = v.object({
  /** Matched anywhere in name, e-mail or phone, by {@link userSearchNeedles}. */
  q: v.optional(v.pipe(v.string(), v.maxLength(USER_SEARCH_MAX))),
  status: v.optional(v.picklist(USER_STATUSES)),
  verified: v.optional(v.picklist(USER_VERIFICATIONS)),
  country: v.optional(countries),
  sort: v.optional(v.picklist(USER_SORTS), 'createdAt'),
  dir: v.optional(v.picklist(['asc', 'desc']), 'desc'),
});
export type UsersQuery = Readonly<v.InferOutput<typeof UsersQuery>>;

export const USERS_PAGE_MAX = 200;
/** The query string of `GET /users`: the same, as text. */
export const UsersPageQuery = v.object({
  ...UsersQuery.entries,
  country: v.optional(CountryList),
  limit: v.optional(v.pipe(v.string(), v.regex(/^\d{1,3}$/u), v.transform(Number), v.minValue(1), v.maxValue(USERS_PAGE_MAX)), '50'),
  /** As long as the longest name makes it, once its ligatures are folded apart. */
  cursor: v.optional(v.pipe(v.string(), v.maxLength(12_000))),
});
export type UsersPageQuery = Readonly<v.InferOutput<typeof UsersPageQuery>>;

/** The answer of `GET /users`. */
export const UsersPage = pageOf(PublicUser);
export type UsersPage = Page<PublicUser>;

/** As our servers write moments: already as they sort. */
const UTC_MILLISECONDS = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u;

/** Where a user stands in a list: compared as text by `compareText`, ties by `id` in the same direction. */
export function userSortKey(user: Pick<PublicUser, UserSort | 'countryCode'>, sort: UserSort): string {
  if (sort === 'countryName') return countrySortKey(user.countryCode, user.countryName);
  if (sort !== 'createdAt') return foldText(user[sort]);
  // Each event asks: reading a date and writing it again costs more than the rest of applying it.
  if (UTC_MILLISECONDS.test(user.createdAt)) return user.createdAt;
  const at = Date.parse(user.createdAt);
  return Number.isNaN(at) ? '' : new Date(at).toISOString();
}

/** What `q` is looked up in. Lines keep a match from running over from one field into the next. */
export function userSearchText(user: Pick<PublicUser, 'fullName' | 'email' | 'phone'>): string {
  return `${foldText(user.fullName)}\n${foldText(user.email)}\n${plainPhone(user.phone)}`;
}

/** A search as it is compared with {@link userSearchText}, which has to hold one of these. A phone number is typed in many ways. */
export function userSearchNeedles(q: string): readonly string[] {
  const text = searchedText(q);
  return [...new Set([text, ...phoneNeedles(text)])];
}

/** Whether a user belongs to a list. The server's SQL says the same over stored columns; a test holds the two together. */
export function userMatches(user: PublicUser, query: UsersQuery): boolean {
  const { status, verified, country, q } = query;
  if (status !== undefined && user.isBanned !== (status === 'banned')) return false;
  if (verified !== undefined && !isVerified(user, verified)) return false;
  if (country !== undefined && country.length > 0 && !country.includes(user.countryCode)) return false;
  if (q === undefined) return true;
  const text = userSearchText(user);
  return userSearchNeedles(q).some((needle) => text.includes(needle));
}

function isVerified(user: PublicUser, verified: (typeof USER_VERIFICATIONS)[number]): boolean {
  switch (verified) {
    case 'email':
      return user.emailVerified;
    case 'phone':
      return user.phoneVerified;
    case 'both':
      return user.emailVerified && user.phoneVerified;
    case 'none':
      return !user.emailVerified && !user.phoneVerified;
  }
}

/** A full name has at least three words: the platform's rule for registrations and edits. */
export const FullName = v.pipe(
  nameOf(NAME_MAX),
  v.check((name) => name.split(' ').length >= 3, 'WORDS'),
);

/** `POST /users/register`. */
export const RegisterUser = v.object({
  fullName: FullName,
  countryCode: CountryCode,
  countryName: lineOf(100),
  phone: Phone,
  email: Email,
  password: NewPassword,
});
export type RegisterUser = Readonly<v.InferOutput<typeof RegisterUser>>;

/** `PATCH /users/:id`. */
export const RenameUser = v.object({ fullName: FullName });
export type RenameUser = Readonly<v.InferOutput<typeof RenameUser>>;

/** `POST /users/:id/ban`. The reason goes into the e-mail to the user. */
export const BanUser = v.object({ reason: proseOf(REASON_MAX) });
export type BanUser = Readonly<v.InferOutput<typeof BanUser>>;

/** `POST /users/:id/delete`, by the user. */
export const DeleteOwnAccount = v.object({ password: v.pipe(v.string(), v.minLength(1), v.maxLength(200)) });

/** `POST /users/:id/(email|phone)/verify/confirm`: six letters or digits by e-mail, six digits by phone. */
export const ConfirmEmail = v.object({ code: v.pipe(v.string(), v.trim(), v.toUpperCase(), v.regex(/^[A-Z0-9]{6}$/u, 'CODE')) });
export const ConfirmPhone = v.object({ code: v.pipe(v.string(), v.trim(), v.regex(/^\d{6}$/u, 'CODE')) });

/** Answer to a change of one user. */
export const UserAnswer = v.object({
  ok: v.literal(true),
  user: PublicUser,
  /** Of a ban that was lifted: to take that back needs the reason again. */
  banReason: v.optional(v.nullable(v.string())),
  /** Of an action that takes another back: whether the mail about that had not left yet, and will not. */
  mailTakenBack: v.optional(v.boolean()),
});
export type UserAnswer = Readonly<v.InferOutput<typeof UserAnswer>>;

/** `GET /users/:id`, for admins. */
export const UserDetail = v.object({ data: v.object({ ...publicUser, banReason: v.nullable(v.string()), updatedAt: Timestamp }) });
export type UserDetail = Readonly<v.InferOutput<typeof UserDetail>>['data'];

/** `GET /users/summary`: counts over all users. */
export const UsersSummary = v.object({
  total: v.number(),
  active: v.number(),
  banned: v.number(),
  emailVerified: v.number(),
  phoneVerified: v.number(),
  byCountry: v.array(v.object({ countryCode: v.string(), countryName: v.string(), total: v.number() })),
});
export type UsersSummary = Readonly<v.InferOutput<typeof UsersSummary>>;

/** Photos: at most this many bytes, and a type that its content (not its name) shows. */
export const PHOTO_MAX_BYTES = 5 * 1024 * 1024;
export const PHOTO_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif'] as const;
