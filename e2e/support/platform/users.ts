import { randomInt, randomUUID } from 'node:crypto';
import { newUser } from '../../../tools/traffic/people';
import type { Accounts } from './accounts';
import type { Live } from './live';
import { OLD_ROWS } from './old-rows';
import { Refusal } from './refusal';
import type { UserRow } from './user-row';

/** What a registration names. */
export interface NewUser {
  readonly fullName: string;
  readonly countryCode: string;
  readonly countryName: string;
  readonly phone: string;
  readonly email: string;
  readonly password: string;
}

export type Verified = 'email' | 'phone';

const APART_MS = 7 * 60_000;

/** The customers. Each change is told on `/users`. */
export class Users {
  /** Oldest first. */
  private readonly rows = new Map<string, UserRow>();
  private readonly passwords = new Map<string, string>();
  private readonly codes = new Map<string, string>();
  /** When the last one registered, in epoch milliseconds. */
  private newest = 0;

  constructor(
    private readonly live: Live,
    private readonly accounts: Accounts,
  ) {}

  /** Fills the list, unheard, as if they had registered over time. @param withOldRows puts those on top. */
  seed(count: number, withOldRows: boolean): void {
    const start = Date.now() - (count + OLD_ROWS.length) * APART_MS;
    for (let index = 0; index < count + (withOldRows ? OLD_ROWS.length : 0); index++) {
      const { row, password } = rowOf(newUser(), new Date(start + index * APART_MS));
      const isBanned = index % 17 === 5;
      const bannedAt = isBanned ? row.createdAt : null;
      const odd = OLD_ROWS[index - count];
      this.rows.set(row.id, { ...row, emailVerified: index % 3 !== 0, phoneVerified: index % 4 !== 0, isBanned, bannedAt, ...odd });
      this.passwords.set(row.id, password);
    }
  }

  /** @returns all of them, newest first. */
  list(): readonly UserRow[] {
    return [...this.rows.values()].reverse();
  }

  /** @throws Refusal */
  get(id: string): UserRow {
    const row = this.rows.get(id);
    if (row === undefined) throw new Refusal(404, 'User not found');
    return row;
  }

  get size(): number {
    return this.rows.size;
  }

  /** @param user by default one whom chance makes up. @throws Refusal */
  register(user: NewUser = newUser()): UserRow {
    for (const { email, phone } of this.rows.values()) {
      if (email === user.email) throw new Refusal(409, 'Email already registered');
      if (phone === user.phone) throw new Refusal(409, 'Phone already registered');
    }
    // No two at the same moment: nothing documented says in which order those would be listed.
    this.newest = Math.max(Date.now(), this.newest + 1);
    const { row, password } = rowOf(user, new Date(this.newest));
    this.rows.set(row.id, row);
    this.passwords.set(row.id, password);
    this.live.broadcast('users', 'users.created', row);
    return row;
  }

  rename(id: string, fullName: string): UserRow {
    return this.change(id, { fullName });
  }

  changePhoto(id: string, photoUrl: string | null): UserRow {
    return this.change(id, { photoUrl });
  }

  ban(id: string): UserRow {
    if (this.get(id).isBanned) throw new Refusal(409, 'User is already banned');
    const row = this.change(id, { isBanned: true, bannedAt: new Date().toISOString() });
    this.end(id, 'banned');
    return row;
  }

  unban(id: string): UserRow {
    if (!this.get(id).isBanned) throw new Refusal(409, 'User is not banned');
    return this.change(id, { isBanned: false, bannedAt: null });
  }

  delete(id: string): void {
    this.get(id);
    this.rows.delete(id);
    this.live.broadcast('users', 'users.deleted', { id });
    this.end(id, 'deleted');
  }

  /** Makes a code to confirm an address with, in place of any before it. @returns what the mail or text message says. */
  sendCode(id: string, what: Verified): string {
    this.get(id);
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    this.codes.set(`${what} ${id}`, code);
    return code;
  }

  /** @throws Refusal when the code is not the one that was sent. */
  confirm(id: string, what: Verified, code: string): UserRow {
    this.get(id);
    if (this.codes.get(`${what} ${id}`) !== code) throw new Refusal(400, 'Invalid or expired code');
    this.codes.delete(`${what} ${id}`);
    return this.change(id, what === 'email' ? { emailVerified: true } : { phoneVerified: true });
  }

  /** @throws Refusal */
  signIn(email: string, password: string): UserRow {
    const row = [...this.rows.values()].find((user) => user.email === email);
    if (row === undefined || !this.isPassword(row.id, password)) throw new Refusal(401, 'Invalid credentials');
    if (row.isBanned) throw new Refusal(403, 'ACCOUNT_BANNED');
    return row;
  }

  isPassword(id: string, password: string): boolean {
    return this.passwords.get(id) === password;
  }

  private change(id: string, changes: Partial<UserRow>): UserRow {
    const row = { ...this.get(id), ...changes };
    this.rows.set(id, row);
    this.live.broadcast('users', 'users.updated', row);
    return row;
  }

  private end(id: string, kind: 'banned' | 'deleted'): void {
    this.accounts.revokeAll(id);
    this.live.endAccount(id, kind);
  }
}

function rowOf({ password, ...user }: NewUser, at: Date): { readonly row: UserRow; readonly password: string } {
  const unverified = { isBanned: false, bannedAt: null, phoneVerified: false, emailVerified: false, photoUrl: null };
  return { row: { id: randomUUID(), ...user, ...unverified, createdAt: at.toISOString() }, password };
}
