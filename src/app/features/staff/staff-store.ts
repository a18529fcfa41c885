import { inject, Service } from '@angular/core';
import type { AdminStaffListed } from '#contract/admin-staff';
import { StaffApi } from '../../core/api/staff-api';
import { CheckedList } from '../../core/live/checked-list';

/** All admins, first come first. Lives as long as the page. */
@Service({ autoProvided: false })
export class StaffStore extends CheckedList<AdminStaffListed> {
  constructor() {
    const api = inject(StaffApi);
    super(() => api.list());
  }
}
