import * as v from 'valibot';
import type { Session } from '../accounts';
import type { PlatformOptions } from '../options';
import type { Parts } from '../parts';
import { Refusal } from '../refusal';
import { email, text } from '../validation';

const Login = v.object({ email, password: text });
const RefreshToken = v.object({ refreshToken: text });

export function authRoutes({ settings, endpoints, accounts, staff, users }: Parts): void {
  endpoints.add('anyone', 'post', '/auth/admin/login', { fields: Login }, ({ body, userAgent }) => {
    const account = staff.signIn(body.email, body.password);
    return { ok: true, user: staff.tell(account), tokens: accounts.signIn({ ...account, role: 'admin' }, userAgent) };
  });
  endpoints.add('anyone', 'post', '/auth/user/login', { fields: Login }, ({ body, userAgent }) => {
    const user = users.signIn(body.email, body.password);
    return { ok: true, user, tokens: accounts.signIn({ id: user.id, email: body.email, role: 'user' }, userAgent) };
  });
  for (const role of ['admin', 'user'] as const) {
    endpoints.add('anyone', 'post', `/auth/${role}/refresh`, { fields: RefreshToken }, ({ body }) => ({
      ok: true,
      tokens: accounts.refresh(body.refreshToken, role),
    }));
    endpoints.add('anyone', 'post', `/auth/${role}/logout`, { fields: RefreshToken }, ({ body }) => {
      accounts.signOut(body.refreshToken, role);
      return { ok: true };
    });
  }
  endpoints.add('admin', 'get', '/auth/me', {}, ({ claims }) => {
    const account = staff.get(claims.sub);
    if (account === undefined) throw new Refusal(401, 'Unauthorized');
    return settings.now.me === 'claims' ? claims : staff.tell(account);
  });
  endpoints.add('admin', 'get', '/auth/admin/sessions', {}, ({ claims }) => {
    const rows = accounts.sessionsOf(claims.sub).map((session) => sessionRow(session, claims.sid, settings.now));
    return settings.now.sessions === 'bare' ? rows : { sessions: rows };
  });
  endpoints.add('admin', 'post', '/auth/admin/sessions/:id/revoke', {}, ({ claims, param }) => {
    accounts.revoke(claims.sub, param('id'));
    return { ok: true };
  });
}

function sessionRow({ id, userAgent, createdAt, lastUsedAt }: Session, currentId: string, { sessionFields }: PlatformOptions): object {
  switch (sessionFields) {
    case 'ours':
      return { id, device: userAgent, createdAt, lastUsedAt, current: id === currentId };
    case 'columns':
      return { id, userAgent, ip: '127.0.0.1', createdAt, lastUsedAt, revokedAt: null };
    case 'renamed':
      return { sessionId: id, deviceInfo: userAgent, ipAddress: '127.0.0.1', issuedAt: createdAt, lastActiveAt: lastUsedAt, isCurrent: id === currentId };
  }
}
