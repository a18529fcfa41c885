import { inject, Service } from '@angular/core';
import { Router } from '@angular/router';
import { mdiAccountSearchOutline, mdiBadgeAccountHorizontalOutline, mdiStorefrontOutline } from '@mdi/js';
import type { AdminStaffListed } from '#contract/admin-staff';
import { PARTNER_REQUESTS_PAGE_MAX, type PartnerRequest } from '#contract/partner-places';
import type { PublicUser } from '#contract/users';
import { EMPTY, expand, map, type Observable, reduce } from 'rxjs';
import { PartnerPlacesApi } from '../../core/api/partner-places-api';
import { StaffApi } from '../../core/api/staff-api';
import { UsersApi } from '../../core/api/users-api';
import type { Command } from './command';
import { once, Source } from './source';

/** Of so many that match, in the order of their names, the best are shown. */
const USERS_LOOKED_AT = 100;
/** No more pages of requests than these are gone through: thousands of them are looked for on their own page. */
const REQUEST_PAGES = 5;

/** Where the palette finds what pages are about. Each is asked when it is first needed, and fails by itself. */
@Service({ autoProvided: false })
export class PaletteSources {
  private readonly router = inject(Router);
  private readonly usersApi = inject(UsersApi);
  private readonly placesApi = inject(PartnerPlacesApi);
  private readonly staffApi = inject(StaffApi);

  readonly users = new Source<PublicUser>((q) => this.usersApi.list({ q, sort: 'fullName', dir: 'asc' }, null, USERS_LOOKED_AT).pipe(map(({ rows }) => rows)));
  readonly places = new Source<PartnerRequest>(once(() => this.requests()));
  readonly staff = new Source<AdminStaffListed>(once(() => this.staffApi.list()));
  readonly all = [
    { id: 'users', source: this.users },
    { id: 'places', source: this.places },
    { id: 'staff', source: this.staff },
  ] as const;

  look(text: string): void {
    for (const { source } of this.all) source.look(text);
  }

  readonly user = ({ id, fullName, email, photoUrl }: PublicUser): Command => ({
    id: `user-${id}`,
    text: fullName,
    detail: email,
    icon: mdiAccountSearchOutline,
    photoUrl,
    isPlace: true,
    run: () => this.router.navigate(['/users'], { queryParams: { user: id } }),
  });

  readonly place = ({ id, placeName, contactName, city, status }: PartnerRequest): Command => ({
    id: `place-${id}`,
    text: placeName,
    detail: `${contactName} · ${city}`,
    icon: mdiStorefrontOutline,
    isPlace: true,
    run: () => this.router.navigate(['/partner-places'], { queryParams: { status, request: id } }),
  });

  readonly admin = ({ id, name, email, photoUrl }: AdminStaffListed): Command => ({
    id: `staff-${id}`,
    text: name,
    detail: email,
    icon: mdiBadgeAccountHorizontalOutline,
    photoUrl,
    isPlace: true,
    run: () => this.router.navigate(['/staff'], { queryParams: { q: email } }),
  });

  private requests(): Observable<readonly PartnerRequest[]> {
    const page = (cursor: string | null) => this.placesApi.list({}, cursor, PARTNER_REQUESTS_PAGE_MAX);
    return page(null).pipe(
      expand(({ next }, index) => (next === null || index + 1 >= REQUEST_PAGES ? EMPTY : page(next))),
      reduce((all: readonly PartnerRequest[], { rows }) => [...all, ...rows], []),
    );
  }
}
