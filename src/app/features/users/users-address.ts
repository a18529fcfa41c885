import { computed, inject, Service } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { Id } from '#contract/primitives';
import { CountryList, type UserSort, UsersQuery } from '#contract/users';
import * as v from 'valibot';
import { type AddressParams, readAddress, withoutMisread } from '../../core/address-params';

export type UserStatus = NonNullable<UsersQuery['status']>;
export type UserVerification = NonNullable<UsersQuery['verified']>;
export type SortDirection = UsersQuery['dir'];

/** The order a column is first put in: the newest first, names from their beginning. */
const NATURAL: Readonly<Record<UserSort, SortDirection>> = { createdAt: 'desc', fullName: 'asc', email: 'asc', countryName: 'asc' };

const { q, status, verified, sort, dir } = UsersQuery.entries;
const PARAMS = {
  q: v.pipe(v.string(), v.trim(), q.wrapped),
  status: v.pipe(v.string(), status.wrapped),
  verified: v.pipe(v.string(), verified.wrapped),
  country: CountryList,
  sort: v.pipe(v.string(), sort.wrapped),
  dir: v.pipe(v.string(), dir.wrapped),
};

/**
 * What the page shows, as its address says it: a link shows a colleague the same, and Back goes to what was shown before.
 */
@Service({ autoProvided: false })
export class UsersAddress {
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly params = toSignal(this.route.queryParamMap, { requireSync: true });

  private readonly read = computed(() => readAddress(this.params(), PARAMS));
  /** What of the address makes no sense: while there is any, the query asks for more than the link does, and is not to be shown. */
  readonly misread = computed(() => this.read().misread);
  /** The same object for as long as it asks for the same. */
  readonly query = computed(() => queryOf(this.read().values), { equal: (a, b) => JSON.stringify(a) === JSON.stringify(b) });
  /** The id of the open user. */
  readonly user = computed(() => {
    const id = v.safeParse(Id, this.params().get('user'));
    return id.success ? id.output : undefined;
  });
  /** How many filters there are besides the status, which is always in sight. */
  readonly filters = computed(() => (this.query().verified ? 1 : 0) + (this.query().country?.length ?? 0));
  readonly isFiltered = computed(() => this.query().q !== undefined || this.query().status !== undefined || this.filters() > 0);

  /** While one search is typed out, Back is not to go through it letter by letter. */
  search(text: string): void {
    const q = text.trim();
    void this.go({ q: q === '' ? null : q }, this.query().q !== undefined && q !== '');
  }

  filter(status: UserStatus | undefined): void {
    void this.go({ status: status ?? null });
  }

  verify(verified: UserVerification | undefined): void {
    void this.go({ verified: verified ?? null });
  }

  /** Only users of this country too, or not any more. */
  toggleCountry(code: string): void {
    const chosen = this.query().country ?? [];
    const next = chosen.includes(code) ? chosen.filter((other) => other !== code) : [...chosen, code];
    void this.go({ country: next.length > 0 ? next.join(',') : null });
  }

  clearFilters(): void {
    void this.go({ verified: null, country: null });
  }

  /** Takes out what makes no sense. */
  reset(): void {
    void this.go(withoutMisread(this.read()));
  }

  clear(): void {
    void this.go({ q: null, status: null, verified: null, country: null });
  }

  /** Sorts by a column; by the same once more, the other way round. */
  sort(sort: UserSort): void {
    const { sort: current, dir } = this.query();
    const next = sort === current ? (dir === 'asc' ? 'desc' : 'asc') : NATURAL[sort];
    void this.go({ sort: sort === 'createdAt' ? null : sort, dir: next === NATURAL[sort] ? null : next });
  }

  open(id: string): void {
    void this.go({ user: id });
  }

  close(): void {
    void this.go({ user: null });
  }

  private go(queryParams: Record<string, string | null>, replaceUrl = false): Promise<boolean> {
    return this.router.navigate([], { relativeTo: this.route, queryParams, queryParamsHandling: 'merge', replaceUrl });
  }
}

function queryOf({ q, status, verified, country, sort = 'createdAt', dir = NATURAL[sort] }: AddressParams<typeof PARAMS>['values']): UsersQuery {
  return {
    ...(q && { q }),
    ...(status && { status }),
    ...(verified && { verified }),
    ...(country && { country: [...new Set(country)].sort() }),
    sort,
    dir,
  };
}
