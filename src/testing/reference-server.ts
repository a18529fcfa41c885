import type { Provider } from '@angular/core';
import { Server } from '../app/core/api/server';

/** A server that can do everything that the contract names, known from the start. */
export function referenceServer(): Provider {
  return { provide: Server, useValue: { can: () => true, known: () => Promise.resolve(), recheck: () => Promise.resolve(false) } };
}
