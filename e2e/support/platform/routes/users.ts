import * as v from 'valibot';
import type { Parts } from '../parts';
import { Refusal } from '../refusal';
import type { UserRow } from '../user-row';
import type { Verified } from '../users';
import { countryCode, email, fullName, password, phone, text } from '../validation';

const Register = v.object({ fullName, countryCode, countryName: text, phone, email, password });

export function userRoutes({ settings, endpoints, users, uploads, staff }: Parts): void {
  endpoints.add('admin', 'get', '/users', {}, () => users.list());
  endpoints.add('admin', 'get', '/users/summary', {}, () => summary(users.list(), settings.now.summary));
  endpoints.add('anyone', 'post', '/users/register', { fields: Register, status: 201 }, ({ body }) => ({ ok: true, user: users.register(body) }));
  endpoints.add('admin', 'patch', '/users/:id', { fields: v.object({ fullName }) }, ({ param, body }) => ({
    ok: true,
    user: users.rename(param('id'), body.fullName),
  }));
  endpoints.add('admin', 'post', '/users/:id/photo', { file: 'photo' }, ({ param, file }) => {
    users.get(param('id'));
    if (file === undefined) throw new Refusal(400, 'File is required');
    const { id, photoUrl } = users.changePhoto(param('id'), uploads.keep(file));
    return { ok: true, user: { id, photoUrl } };
  });
  endpoints.add('admin', 'post', '/users/:id/ban', { fields: v.object({ reason: text }) }, ({ param }) => ({ ok: true, user: ban(users.ban(param('id'))) }));
  endpoints.add('admin', 'post', '/users/:id/unban', {}, ({ param }) => ({ ok: true, user: ban(users.unban(param('id'))) }));
  endpoints.add('admin', 'delete', '/users/:id', {}, ({ param, claims }) => {
    staff.requireDelete(claims.sub);
    users.delete(param('id'));
    return { ok: true };
  });
  ownRoutes({ endpoints, users });
}

/** What users do to their own accounts. */
function ownRoutes({ endpoints, users }: Pick<Parts, 'endpoints' | 'users'>): void {
  const requireOwn = (id: string, own: string): void => {
    if (id !== own) throw new Refusal(403, 'Forbidden resource');
  };
  endpoints.add('user', 'post', '/users/:id/delete', { fields: v.object({ password: text }) }, ({ param, body, claims }) => {
    requireOwn(param('id'), claims.sub);
    if (!users.isPassword(claims.sub, body.password)) throw new Refusal(401, 'WRONG_PASSWORD');
    users.delete(claims.sub);
    return { ok: true };
  });
  for (const what of ['email', 'phone'] as const) {
    endpoints.add('user', 'post', `/users/:id/${what}/verify/send`, {}, ({ param, claims }) => {
      requireOwn(param('id'), claims.sub);
      users.sendCode(claims.sub, what);
      return { ok: true };
    });
    endpoints.add('user', 'post', `/users/:id/${what}/verify/confirm`, { fields: v.object({ code: text }) }, ({ param, body, claims }) => {
      requireOwn(param('id'), claims.sub);
      return { ok: true, user: verified(users.confirm(claims.sub, what, body.code), what) };
    });
  }
}

function ban({ id, isBanned, bannedAt }: UserRow): object {
  return { id, isBanned, bannedAt };
}

function verified({ id, email: address, emailVerified, phone: number, phoneVerified }: UserRow, what: Verified): object {
  return what === 'email' ? { id, email: address, emailVerified } : { id, phone: number, phoneVerified };
}

function summary(users: readonly UserRow[], shape: 'counts' | 'totals'): object {
  const of = (is: (user: UserRow) => boolean): number => users.filter(is).length;
  const banned = of(({ isBanned }) => isBanned);
  if (shape === 'totals') return { totalUsers: users.length, bannedUsers: banned, activeUsers: users.length - banned };
  return {
    total: users.length,
    active: users.length - banned,
    banned,
    emailVerified: of(({ emailVerified }) => emailVerified),
    phoneVerified: of(({ phoneVerified }) => phoneVerified),
  };
}
