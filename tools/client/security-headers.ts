import type { ServerResponse } from 'node:http';
import type { RequestHandler, Response } from 'express';
import helmet from 'helmet';

/** What no page of ours needs, so that a script that got in could not ask for it either. */
const PERMISSIONS_POLICY = ['camera', 'microphone', 'geolocation', 'payment', 'usb', 'serial', 'display-capture', 'browsing-topics']
  .map((name) => `${name}=()`)
  .join(', ');

/** Reads `nonce` and `apiOrigin` from the response's locals, which an earlier handler sets. */
export function securityHeaders(): RequestHandler[] {
  return [
    helmet({
      contentSecurityPolicy: { useDefaults: false, directives: DIRECTIVES },
      xFrameOptions: { action: 'deny' },
      referrerPolicy: { policy: 'no-referrer' },
      // A matter for whoever puts TLS in front; sent over plain HTTP it means nothing.
      strictTransportSecurity: false,
    }),
    (_request, response, next) => {
      response.setHeader('Permissions-Policy', PERMISSIONS_POLICY);
      next();
    },
  ];
}

const nonce = (_request: unknown, response: ServerResponse): string => `'nonce-${locals(response).nonce}'`;
const api = (_request: unknown, response: ServerResponse): string => locals(response).apiOrigin;
const apiSocket = (_request: unknown, response: ServerResponse): string => locals(response).apiOrigin.replace(/^http/u, 'ws');

const DIRECTIVES = {
  defaultSrc: ["'none'"],
  // Scripts load further ones (lazy routes) by `import()`; `strict-dynamic` passes the nonce's trust on to those, and to no other address.
  scriptSrc: [nonce, "'strict-dynamic'"],
  styleSrc: ["'self'", nonce],
  // https: users' photos may be anywhere (see ImageUrl in the contract); the API serves uploaded ones; blob: shows a photo before its upload.
  imgSrc: ["'self'", 'https:', 'blob:', api],
  connectSrc: ["'self'", api, apiSocket],
  fontSrc: ["'self'"],
  manifestSrc: ["'self'"],
  workerSrc: ["'self'"],
  // <base href="/"> is what the router starts from.
  baseUri: ["'self'"],
  formAction: ["'none'"],
  frameAncestors: ["'none'"],
  requireTrustedTypesFor: ["'script'"],
  trustedTypes: ['angular', 'angular#bundler', 'angular#components'],
};

function locals(response: ServerResponse): { nonce: string; apiOrigin: string } {
  return (response as Response).locals as { nonce: string; apiOrigin: string };
}
