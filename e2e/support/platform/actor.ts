import * as v from 'valibot';
import type { AdminApi } from '../../../tools/admin-api';
import { DECISIONS, type Decision, type NewPartnerRequest } from './partner-requests';
import type { Platform } from './platform';
import { Refusal } from './refusal';
import type { NewUser } from './users';

type Act = (ids: readonly [string, string], body: unknown) => unknown;

const Message = v.optional(v.object({ message: v.optional(v.string()) }));
const NewStaff = v.object({ name: v.string(), email: v.string(), password: v.string() });

/**
 * An admin who acts on the double directly, in the words of our own API: what acts on our server
 * for a journey acts on the double too, and gets back the whole object, also if others are told only a part.
 */
export class PlatformActor implements AdminApi {
  private readonly routes: readonly (readonly [pattern: RegExp, act: Act])[];

  constructor(platform: Platform, email: string) {
    const { users, partnerRequests, staff, uploads } = platform;
    const name = staff.list().find((row) => row.email === email)?.name;
    const decide: Act = ([id, decision], body) => ({
      ok: true,
      request: partnerRequests.decide(id, decision as Decision, v.parse(Message, body)?.message, name),
    });
    this.routes = [
      [/^GET \/users$/u, () => users.list()],
      [/^GET \/users\/([\w-]+)$/u, ([id]) => ({ data: { ...users.get(id), banReason: null, updatedAt: new Date().toISOString() } })],
      [/^POST \/users\/register$/u, (_, body) => ({ ok: true, user: users.register(body as NewUser) })],
      [/^PATCH \/users\/([\w-]+)$/u, ([id], body) => ({ ok: true, user: users.rename(id, (body as NewUser).fullName) })],
      [/^POST \/users\/([\w-]+)\/photo$/u, async ([id], body) => ({ ok: true, user: users.changePhoto(id, uploads.keep(await photoOf(body))) })],
      [/^POST \/users\/([\w-]+)\/ban$/u, ([id]) => ({ ok: true, user: users.ban(id) })],
      [/^POST \/users\/([\w-]+)\/unban$/u, ([id]) => ({ ok: true, user: users.unban(id) })],
      [/^DELETE \/users\/([\w-]+)$/u, ([id]) => users.delete(id)],
      [/^GET \/partner-places\/requests$/u, () => partnerRequests.list()],
      [/^GET \/partner-places\/requests\/([\w-]+)$/u, ([id]) => ({ data: partnerRequests.get(id) })],
      [/^POST \/partner-places\/requests$/u, (_, body) => ({ ok: true, request: partnerRequests.create(body as NewPartnerRequest), replyToken: 'none' })],
      [new RegExp(`^POST /partner-places/requests/([\\w-]+)/(${Object.keys(DECISIONS).join('|')})$`, 'u'), decide],
      [/^DELETE \/partner-places\/requests\/([\w-]+)$/u, ([id]) => partnerRequests.delete(id)],
      [/^POST \/admin-staff$/u, (_, body) => ({ ok: true, user: staff.create(v.parse(NewStaff, body)) })],
      [/^DELETE \/admin-staff\/([\w-]+)$/u, ([id]) => staff.delete(id)],
    ];
  }

  async request(method: string, path: string, body?: unknown): Promise<unknown> {
    const asked = `${method} ${path.split('?')[0] ?? ''}`;
    for (const [pattern, act] of this.routes) {
      const [, id = '', second = ''] = pattern.exec(asked) ?? [];
      if (pattern.test(asked)) return (await act([id, second], body)) ?? { ok: true };
    }
    throw new Refusal(404, `Cannot ${asked}`);
  }

  signOut(): Promise<void> {
    return Promise.resolve();
  }
}

async function photoOf(body: unknown): Promise<{ readonly mimetype: string; readonly buffer: Buffer }> {
  const photo = body instanceof FormData ? body.get('photo') : null;
  if (!(photo instanceof Blob)) throw new Refusal(400, 'File is required');
  return { mimetype: photo.type, buffer: Buffer.from(await photo.arrayBuffer()) };
}
