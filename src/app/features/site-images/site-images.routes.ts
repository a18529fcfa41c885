import type { Routes } from '@angular/router';
import type { MessageKey } from '../../core/i18n/translations';
import { SiteImagesPage } from './site-images-page';

/** `/site-images`. */
export const siteImagesRoutes: Routes = [{ path: '', title: 'pages.siteImages' satisfies MessageKey, component: SiteImagesPage }];
