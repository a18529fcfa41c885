import { FeedError } from '@moien/live/engine';
import { firstValueFrom, fromEvent, type Observable, takeUntil } from 'rxjs';
import { toApiError } from '../api/api-error';

/** Waits for an API's answer as a live list wants it: given up when `signal` aborts, any failure a {@link FeedError} with the `ApiError` as its cause. */
export async function feedAnswer<T>(answer$: Observable<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  try {
    return await firstValueFrom(answer$.pipe(takeUntil(fromEvent(signal, 'abort'))));
  } catch (failure) {
    const cause = toApiError(failure);
    throw new FeedError(cause.status, cause.code, { cause });
  }
}
