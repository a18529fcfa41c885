// Builds the client for a static host: `npm run build:static`.
import { buildStatic, STATIC_ROOT } from './client/static-build';

buildStatic();
console.log(`Written to ${STATIC_ROOT}; deploy/nginx-static.conf serves it.`);
