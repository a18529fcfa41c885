import * as v from 'valibot';
import { AdminAccount } from './account';

/** What a signed-in tab holds, in memory only. */
export const Access = v.object({
  admin: AdminAccount,
  token: v.pipe(v.string(), v.minLength(1), v.maxLength(10_000)),
  /** Epoch milliseconds of this machine's clock. */
  expiresAt: v.number(),
  /** From a server that does not keep it in a cookie (contract, part 3). */
  refreshToken: v.optional(v.pipe(v.string(), v.maxLength(10_000))),
});
export type Access = Readonly<v.InferOutput<typeof Access>>;
