import { inject, Service, signal } from '@angular/core';
import { Health, type ServerFeature } from '#contract/server';
import { firstValueFrom } from 'rxjs';
import { BusinessZone } from '../i18n/business-zone';
import { Clock } from '../i18n/clock';
import { anonymous } from './anonymous';
import { ApiClient } from './api-client';
import { type ApiError, toApiError } from './api-error';

type Features = ReadonlySet<string>;

/** What a server offers that does not say so: the platform as its documents describe it. */
const DOCUMENTED: Features = new Set();

/**
 * What the server at the other end can do. It says so in `GET /health`; one that does not is the
 * documented platform. This is the one place that knows: pages and actions ask {@link can}.
 */
@Service()
export class Server {
  private readonly api = inject(ApiClient);
  private readonly clock = inject(Clock);
  private readonly zone = inject(BusinessZone);
  private readonly told = signal<Features | undefined>(undefined);
  private asking: Promise<Features> | undefined;

  /** Whether the server offers something. False until it is known. Reactive. */
  can(feature: ServerFeature): boolean {
    return this.told()?.has(feature) ?? false;
  }

  /** Resolves once it is known what the server can do. Rejects with an `ApiError` while the server cannot be asked. */
  async known(): Promise<void> {
    if (!this.told()) await this.ask();
  }

  /**
   * Asks again, as after a reconnect: it may be another version by now.
   *
   * @returns whether another dialect is spoken from now on, so that everything has to begin anew.
   */
  async recheck(): Promise<boolean> {
    const before = this.told();
    const after = await this.ask().catch(() => before);
    return before !== undefined && after !== undefined && speaksNumbers(before) !== speaksNumbers(after);
  }

  private ask(): Promise<Features> {
    return (this.asking ??= this.fetch().finally(() => (this.asking = undefined)));
  }

  private async fetch(): Promise<Features> {
    const sentAt = performance.now();
    const features = await firstValueFrom(this.api.request('GET', '/health', Health, { context: anonymous() })).then(
      ({ body: { timestamp, timeZone, contract } }) => {
        if (timestamp !== undefined) this.clock.learn(Date.parse(timestamp), performance.now() - sentAt);
        this.zone.learn(timeZone);
        return contract ? new Set(contract.features) : DOCUMENTED;
      },
      (error: unknown) => {
        const failure = toApiError(error);
        if (isSilence(failure)) throw failure;
        return DOCUMENTED;
      },
    );
    this.told.set(features);
    return features;
  }
}

/** Whether a failure says nothing of the server: it was not reached, or something in front of it answered. */
function isSilence({ status }: ApiError): boolean {
  return status === 0 || status === 429 || status >= 500;
}

function speaksNumbers(features: Features): boolean {
  return features.has('numbered-streams' satisfies ServerFeature);
}
