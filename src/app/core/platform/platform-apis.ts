import { inject, Service } from '@angular/core';
import type { AdminStaffListed } from '#contract/admin-staff';
import type { Session as SignIn } from '#contract/auth';
import type { Notification, NotificationsPage } from '#contract/notifications';
import type { Overview, SinceYouLeft } from '#contract/overview';
import type { PartnerRequestsSummary } from '#contract/partner-places';
import type { SnapshotAnswer } from '@moien/live/engine';
import { from, map, type Observable, of } from 'rxjs';
import * as v from 'valibot';
import { ApiClient } from '../api/api-client';
import { ApiError } from '../api/api-error';
import type { NotificationsApi } from '../api/notifications-api';
import type { OverviewApi } from '../api/overview-api';
import { SessionsApi } from '../api/sessions-api';
import { StaffApi } from '../api/staff-api';
import { BusinessZone } from '../i18n/business-zone';
import { Clock } from '../i18n/clock';
import { Session } from '../session/session';
import { listIn } from './list-text';
import { NotificationsMirrorFeed } from './mirror-feeds';
import { NotificationsMirror } from './notifications-mirror';
import { PartnerPlacesMirror } from './partner-places-mirror';
import type { Port } from './port';
import { asObject, type Raw, text } from './reading';
import { readSession, readStaff, type RowReader } from './rows';
import { sumUpRequests, sumUpUsers } from './summing';
import { UsersMirror } from './users-mirror';

/** {@link OverviewApi} where the server sums nothing up: out of the lists that are held whole. */
@Service({ autoProvided: false })
export class PlatformOverviewApi implements Port<OverviewApi> {
  private readonly clock = inject(Clock);
  private readonly zone = inject(BusinessZone);
  private readonly users = inject(UsersMirror);
  private readonly requests = inject(PartnerPlacesMirror);

  overview(): Observable<SnapshotAnswer<Overview>> {
    return from(this.users.rows()).pipe(
      map((rows) => ({ value: sumUpUsers(rows.values(), this.clock.now(), this.zone.name()), positions: { users: this.users.mirror.position } })),
    );
  }

  queue(): Observable<SnapshotAnswer<PartnerRequestsSummary>> {
    return from(this.requests.rows()).pipe(
      map((rows) => ({ value: sumUpRequests(rows.values(), this.clock.now()), positions: { 'partner-places': this.requests.mirror.position } })),
    );
  }

  /** The platform keeps no record that could tell. */
  sinceYouLeft(): Observable<SinceYouLeft['data']> {
    return of(null);
  }
}

/** {@link NotificationsApi} in the platform's dialect: pages and counts come out of the list that is held whole. */
@Service({ autoProvided: false })
export class PlatformNotificationsApi implements Port<NotificationsApi> {
  private readonly api = inject(ApiClient);
  private readonly notifications = inject(NotificationsMirror);
  private readonly feed = inject(NotificationsMirrorFeed);

  list(cursor: string | null, limit: number): Observable<NotificationsPage> {
    return from(this.feed.page(null, cursor, limit, new AbortController().signal)).pipe(
      map(({ rows, next, total }) => {
        const unread = [...this.notifications.mirror.rows.values()].filter(({ isRead }) => !isRead).length;
        return { data: [...rows], pagination: { limit, total: total?.count ?? 0, totalRelation: 'eq' as const, nextCursor: next, unread } };
      }),
    );
  }

  read(id: string): Observable<Notification> {
    const mark = this.notifications.mirror.mark();
    return this.api.request('POST', `/notifications/${encodeURIComponent(id)}/read`, v.unknown(), { body: {} }).pipe(
      map(() => {
        const read = this.notifications.mirror.apply(id, mark, asRead);
        if (!read) throw new ApiError({ status: 404, code: 'NOT_FOUND' });
        return read;
      }),
    );
  }

  readAll(): Observable<void> {
    const { mirror } = this.notifications;
    const mark = mirror.mark();
    return this.api.request('POST', '/notifications/read-all', v.unknown(), { body: {} }).pipe(
      map(() => {
        for (const id of [...mirror.rows.keys()]) mirror.apply(id, mark, asRead);
      }),
    );
  }
}

/** {@link StaffApi} in the platform's dialect: the bare list, and the bare account that was made. */
@Service({ autoProvided: false })
export class PlatformStaffApi extends StaffApi {
  private readonly client = inject(ApiClient);

  override list(): Observable<readonly AdminStaffListed[]> {
    return this.client.request('GET', '/admin-staff', v.unknown()).pipe(map(({ body }) => rowsIn(body, readStaff)));
  }

  /** Without what was seen: a header that is not documented would not be let through. */
  override delete(id: string): Observable<void> {
    return super.delete(id);
  }

  protected override created(body: unknown): AdminStaffListed | undefined {
    const answer = asObject(body);
    return readStaff(answer && (asObject(answer['user']) ?? asObject(answer['admin']) ?? answer));
  }
}

/** {@link SessionsApi} in the platform's dialect, which leaves open how a session is told, and which is this one. */
@Service({ autoProvided: false })
export class PlatformSessionsApi extends SessionsApi {
  private readonly client = inject(ApiClient);
  private readonly session = inject(Session);

  override list(): Observable<readonly SignIn[]> {
    return this.client.request('GET', '/auth/admin/sessions', v.unknown()).pipe(
      map(({ body }) => {
        const here = sessionOf(this.session.token());
        return rowsIn(body, readSession).map((row) => ({ ...row, current: row.current || row.id === here }));
      }),
    );
  }
}

/** @throws ApiError `BAD_ANSWER` where the answer holds no list. */
function rowsIn<TRow>(body: unknown, read: RowReader<TRow>): readonly TRow[] {
  const list = listIn(body);
  if (!list) throw new ApiError({ status: 200, code: 'BAD_ANSWER', message: 'expected a list' });
  return list.flatMap((raw) => read(raw) ?? []);
}

function asRead(notification: Notification): Notification {
  return notification.isRead ? notification : { ...notification, isRead: true, readAt: new Date().toISOString() };
}

/** @returns the session that an access token names, by one of the usual claims; undefined where it names none. */
function sessionOf(token: string | null): string | undefined {
  const claims = claimsOf(token);
  const id = claims && text(claims, 'sid', 'sessionId', 'session_id', 'jti').toLowerCase();
  return id === '' ? undefined : id;
}

function claimsOf(token: string | null): Raw | undefined {
  try {
    const payload = (token ?? '').split('.')[1] ?? '';
    return asObject(JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))));
  } catch {
    return undefined;
  }
}
