import { inject, Service } from '@angular/core';
import { RefreshLease } from './refresh-lease';

const LOCK = 'moien-session-refresh';

/** Lets one tab at a time refresh the session: a refresh token is good for one use. */
@Service()
export class RefreshLock {
  private readonly lease = inject(RefreshLease);

  /** @param task learns whether it had to wait for another tab, which may have done its work. */
  async run<T>(task: (waited: boolean) => Promise<T>): Promise<T> {
    const locks = navigator.locks as LockManager | undefined;
    // Browsers offer locks to secure pages only.
    if (!locks) return this.lease.run(task);
    const atOnce = await locks.request(LOCK, { ifAvailable: true }, async (lock) => (lock ? { value: await task(false) } : null));
    return atOnce ? atOnce.value : locks.request(LOCK, () => task(true));
  }
}
