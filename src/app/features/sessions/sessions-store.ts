import { inject, Service } from '@angular/core';
import type { Session } from '#contract/auth';
import { map } from 'rxjs';
import { SessionsApi } from '../../core/api/sessions-api';
import { CheckedList } from '../../core/live/checked-list';

/** The admin's own sessions: this one, then the others, last used first. Lives as long as the page. */
@Service({ autoProvided: false })
export class SessionsStore extends CheckedList<Session> {
  constructor() {
    const api = inject(SessionsApi);
    super(() => api.list().pipe(map((sessions) => [...sessions].sort((a, b) => Number(b.current) - Number(a.current)))));
  }
}
