import type { CodedError } from '../../core/i18n/error-texts';
import type { SnapshotStore } from '../../core/live/snapshot-store';

/** Why there is nothing to show; a server that does not answer at all leaves no reason of its own. */
export function failureOf(store: Pick<SnapshotStore<unknown>, 'failure' | 'freshness'>): CodedError | null {
  const { state } = store.freshness();
  return store.failure() ?? (state === 'stale' || state === 'offline' ? { code: 'NETWORK' } : null);
}
