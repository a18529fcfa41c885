import { randomUUID } from 'node:crypto';
import type { Accounts } from './accounts';
import type { Live } from './live';
import type { Settings } from './options';
import { Refusal } from './refusal';

/** `AdminStaffDto`. */
export interface StaffRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly photoUrl: string | null;
  readonly birthDate: string | null;
  readonly contractValidUntil: string | null;
  readonly jobTitle: string | null;
  readonly createdAt: string;
}

export interface NewStaff extends Partial<Pick<StaffRow, 'photoUrl' | 'birthDate' | 'contractValidUntil' | 'jobTitle'>> {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

const PERMISSIONS = ['ADMIN_DASHBOARD', 'ADMIN_USERS', 'ADMIN_PROVIDERS', 'ADMIN_SYSTEM_SETTINGS', 'ADMIN_HERO_SETTINGS', 'ADMIN_ABOUT_IMAGES'] as const;

/** Accounts of staff. There is no ban and no edit. */
export class Staff {
  private readonly rows = new Map<string, StaffRow>();
  private readonly passwords = new Map<string, string>();
  /** Accounts that may not delete, where permissions are told. */
  readonly mayNotDelete = new Set<string>();

  constructor(
    private readonly settings: Settings,
    private readonly live: Live,
    private readonly accounts: Accounts,
  ) {}

  list(): readonly StaffRow[] {
    return [...this.rows.values()];
  }

  /** @throws Refusal */
  create({ name, email, password, photoUrl = null, birthDate = null, contractValidUntil = null, jobTitle = null }: NewStaff): StaffRow {
    if (this.byEmail(email) !== undefined) throw new Refusal(409, 'Email already in use');
    const row = { id: randomUUID(), name, email, photoUrl, birthDate, contractValidUntil, jobTitle, createdAt: new Date().toISOString() };
    this.rows.set(row.id, row);
    this.passwords.set(row.id, password);
    return row;
  }

  /** @throws Refusal */
  delete(id: string): void {
    if (!this.rows.delete(id)) throw new Refusal(404, 'Admin not found');
    this.accounts.revokeAll(id);
    if (this.settings.now.staffToldOfDeletion) this.live.endAccount(id, 'deleted');
  }

  /** @throws Refusal */
  signIn(email: string, password: string): StaffRow {
    const row = this.byEmail(email);
    if (row === undefined || this.passwords.get(row.id) !== password) throw new Refusal(401, 'Invalid credentials');
    return row;
  }

  get(id: string): StaffRow | undefined {
    return this.rows.get(id);
  }

  /** @returns an account as it is told. */
  tell(row: StaffRow): object {
    if (!this.settings.now.permissions) return row;
    return { ...row, permissions: this.mayNotDelete.has(row.id) ? PERMISSIONS : [...PERMISSIONS, 'ADMIN_CAN_DELETE'] };
  }

  /** @throws Refusal where the account's permissions do not reach so far. */
  requireDelete(id: string): void {
    if (this.settings.now.permissions && this.mayNotDelete.has(id)) throw new Refusal(403, 'Forbidden resource');
  }

  private byEmail(email: string): StaffRow | undefined {
    return this.list().find((row) => row.email.toLowerCase() === email.toLowerCase());
  }
}
