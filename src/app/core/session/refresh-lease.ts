import { DOCUMENT, inject, Service } from '@angular/core';
import { randomId } from '../random-id';

const DATABASE = 'moien-leases';
const STORE = 'leases';
const KEY = 'session-refresh';
/** Longer than a request may take: the lease of a tab that was closed meanwhile runs out. */
const LEASE_MS = 15_000;
const LOOK_MS = 100;

interface Lease {
  readonly name: string;
  readonly until: number;
}

/**
 * What stands in for browser locks on pages without them (plain http): a lease in IndexedDB, whose transactions follow one another in
 * all tabs. `localStorage` would not do: what one tab writes, another sees some time later.
 */
@Service()
export class RefreshLease {
  private readonly window = inject(DOCUMENT).defaultView;

  /** As {@link RefreshLock.run}. Where the storage is blocked, tabs share no session either. */
  async run<T>(task: (waited: boolean) => Promise<T>): Promise<T> {
    const database = await this.open().catch(() => undefined);
    if (!database) return task(false);
    const name = randomId();
    let waited = false;
    try {
      while (!(await change(database, (lease) => (isFree(lease) ? { name, until: Date.now() + LEASE_MS } : undefined)))) {
        waited = true;
        await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      }
      return await task(waited);
    } finally {
      await change(database, (lease) => (lease?.name === name ? null : undefined)).catch(() => undefined);
      database.close();
    }
  }

  private open(): Promise<IDBDatabase | undefined> {
    return new Promise((resolve, reject) => {
      const request = this.window?.indexedDB.open(DATABASE, 1);
      if (!request) {
        resolve(undefined);
        return;
      }
      request.onupgradeneeded = () => request.result.createObjectStore(STORE);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('IndexedDB does not open'));
    });
  }
}

/** Changes the lease in one step. @param next of what is there: the new one, null for none, undefined to leave it. @returns whether it changed. */
function change(database: IDBDatabase, next: (lease: Lease | undefined) => Lease | null | undefined): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(STORE, 'readwrite');
    const store = transaction.objectStore(STORE);
    const request = store.get(KEY) as IDBRequest<Lease | undefined>;
    let isChanged = false;
    request.onsuccess = () => {
      const lease = next(request.result);
      if (lease === undefined) return;
      isChanged = true;
      if (lease) store.put(lease, KEY);
      else store.delete(KEY);
    };
    transaction.oncomplete = () => resolve(isChanged);
    transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB gave up'));
  });
}

function isFree(lease: Lease | undefined): boolean {
  const left = (lease?.until ?? 0) - Date.now();
  // A clock that was set back must not lock tabs out for hours.
  return left <= 0 || left > LEASE_MS;
}
