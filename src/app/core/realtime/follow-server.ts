import { DestroyRef, DOCUMENT, inject } from '@angular/core';
import { Server } from '../api/server';
import { WIRE } from './wire-token';

/**
 * Asks again what the server can do after each reconnect: it may have been upgraded, or replaced by another one.
 * Where another dialect is spoken from then on, the page begins anew; drafts and the session outlive that.
 * Call it in an injection context.
 */
export function followServer(): void {
  const server = inject(Server);
  const { location } = inject(DOCUMENT);
  // Everyone may connect to this namespace, with every server.
  const socket = inject(WIRE).socket('/site-settings');
  let isFirst = true;
  const connected = (): void => {
    if (!isFirst) void server.recheck().then((isOther) => isOther && location.reload());
    isFirst = false;
  };
  socket.on('connect', connected);
  inject(DestroyRef).onDestroy(() => socket.off('connect', connected));
}
