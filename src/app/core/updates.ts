import { HttpClient } from '@angular/common/http';
import { DestroyRef, DOCUMENT, inject, Service, signal } from '@angular/core';
import { exhaustMap, filter, firstValueFrom, fromEvent, interval, merge, takeWhile, throttleTime } from 'rxjs';

const INTERVAL_MS = 15 * 60_000;
/** However often somebody comes back to the page, it asks no more often. */
const PAUSE_MS = 5 * 60_000;
const TIMEOUT_MS = 10_000;
/** The files that a page begins with. The build puts a hash of their content into their names, and they name all others. */
const BEGINNINGS = /\b(?:main|styles)-[\w-]{8}\.(?:js|css)\b/gu;

/**
 * Notices that a newer build of the client is served than the one that runs: the page, asked for again, begins with other files.
 * It never reloads by itself, since that would lose what is being typed.
 */
@Service()
export class Updates {
  private readonly document = inject(DOCUMENT);
  private readonly http = inject(HttpClient);
  private readonly running = beginningsOf([...this.document.querySelectorAll('script[src], link[href]')].map(({ outerHTML }) => outerHTML).join());
  private readonly found = signal(false);
  readonly available = this.found.asReadonly();

  /** Asks now and then while somebody looks, and when somebody comes back, until there is a newer build. Call it once, in an injection context. */
  watch(): void {
    const looked$ = merge(fromEvent(this.document, 'visibilitychange'), interval(INTERVAL_MS)).pipe(
      filter(() => this.document.visibilityState === 'visible'),
      throttleTime(PAUSE_MS),
      exhaustMap(() => this.check()),
      takeWhile((isNewer) => !isNewer),
    );
    const watching = looked$.subscribe();
    inject(DestroyRef).onDestroy(() => watching.unsubscribe());
  }

  /** @returns whether a newer build is served; false when that cannot be known. */
  async check(): Promise<boolean> {
    const page = await firstValueFrom(this.http.get('/', { responseType: 'text', cache: 'no-store', timeout: TIMEOUT_MS })).catch(() => '');
    const served = beginningsOf(page);
    if (served !== '' && this.running !== '' && served !== this.running) this.found.set(true);
    return this.found();
  }

  reload(): void {
    this.document.location.reload();
  }
}

function beginningsOf(html: string): string {
  return [...new Set(html.match(BEGINNINGS))].sort().join();
}
