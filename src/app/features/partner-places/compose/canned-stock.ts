import { inject, Service, signal } from '@angular/core';
import type { CannedReply } from '#contract/canned-replies';
import { firstValueFrom } from 'rxjs';
import { PartnerPlacesApi } from '../../../core/api/partner-places-api';

/** The messages written beforehand: the same for every request, so asked for once. */
@Service({ autoProvided: false })
export class CannedStock {
  private readonly api = inject(PartnerPlacesApi);
  private readonly stock = signal<readonly CannedReply[]>([]);
  private asked: Promise<void> | undefined;
  readonly replies = this.stock.asReadonly();

  /** Fetches them, unless they are here. Without them one writes oneself; they are asked for again the next time. */
  need(): void {
    this.asked ??= this.fetch();
  }

  private async fetch(): Promise<void> {
    try {
      this.stock.set(await firstValueFrom(this.api.cannedReplies()));
    } catch {
      this.asked = undefined;
    }
  }
}
