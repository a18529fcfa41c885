import { InjectionToken } from '@angular/core';
import { SocketIoWire } from './socket-io-wire';
import type { Wire } from './wire';

/** The connection to the server; specs put a fake one here. */
export const WIRE = new InjectionToken<Wire>('WIRE', { factory: () => new SocketIoWire() });
