// What every dialog needs, and the one that most pages ask with, in one chunk: each chunk more makes those that every page starts with larger.
export { Dialog } from '@angular/cdk/dialog';
export { createGlobalPositionStrategy } from '@angular/cdk/overlay';
export { ConfirmDialog } from './confirm-dialog';
