import { computed, inject, Service } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { PARTNER_REQUEST_STATUSES, type PartnerRequestsQuery, type PartnerRequestStatus } from '#contract/partner-places';
import { Id } from '#contract/primitives';
import * as v from 'valibot';
import { readAddress, withoutMisread } from '../../core/address-params';

/** The tab that the page opens with: what waits for us. */
const FIRST: PartnerRequestStatus = 'pending';

const PARAMS = { status: v.pipe(v.string(), v.picklist(PARTNER_REQUEST_STATUSES)) };

/**
 * What the page shows, as its address says it: a link shows a colleague the same, and Back goes to what was shown before.
 */
@Service({ autoProvided: false })
export class QueueAddress {
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly params = toSignal(this.route.queryParamMap, { requireSync: true });

  private readonly read = computed(() => readAddress(this.params(), PARAMS));
  /** What of the address makes no sense. */
  readonly misread = computed(() => this.read().misread);
  readonly status = computed(() => this.read().values.status ?? FIRST);
  /** The same object for as long as it asks for the same. */
  readonly query = computed((): PartnerRequestsQuery => ({ status: this.status() }));
  /** The id of the open request. */
  readonly request = computed(() => {
    const id = v.safeParse(Id, this.params().get('request'));
    return id.success ? id.output : undefined;
  });

  show(status: PartnerRequestStatus): void {
    void this.go({ status: status === FIRST ? null : status, request: null });
  }

  /** @param isStep one of many on the way through the list: Back is not to go through them all. */
  open(id: string, isStep = false): void {
    if (id !== this.request()) void this.go({ request: id }, isStep && this.request() !== undefined);
  }

  /** Takes out what makes no sense. */
  reset(): void {
    void this.go(withoutMisread(this.read()));
  }

  close(): void {
    void this.go({ request: null });
  }

  private go(queryParams: Record<string, string | null>, replaceUrl = false): Promise<boolean> {
    return this.router.navigate([], { relativeTo: this.route, queryParams, queryParamsHandling: 'merge', replaceUrl });
  }
}
