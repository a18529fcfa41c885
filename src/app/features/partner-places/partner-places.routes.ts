import type { Routes } from '@angular/router';
import type { MessageKey } from '../../core/i18n/translations';
import { PartnerPlacesPage } from './partner-places-page';

/** `/partner-places`. */
export const partnerPlacesRoutes: Routes = [{ path: '', title: 'pages.partnerPlaces' satisfies MessageKey, component: PartnerPlacesPage }];
