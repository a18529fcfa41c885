import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import helmet from 'helmet';

/** What a page may run and whom it may talk to. */
export interface PageTrust {
  /** See `inlineScriptHashes`. */
  readonly inlineScripts: readonly string[];
  readonly apiOrigin: string;
  /** The same origin as sockets name it. */
  readonly apiSocket: string;
}

/** What no page of ours needs, so that a script that got in could not ask for it either. */
const PERMISSIONS_POLICY = ['camera', 'microphone', 'geolocation', 'payment', 'usb', 'serial', 'display-capture', 'browsing-topics']
  .map((name) => `${name}=()`)
  .join(', ');
/** Angular's CDK makes one empty style element and fills it by script, which no policy looks at. */
const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/** The protective headers of every answer, by name: our web server sends them, and `npm run build:static` writes them down for others. */
export function securityHeaders(trust: PageTrust): Map<string, string> {
  const response = new ServerResponse(new IncomingMessage(new Socket()));
  const protect = helmet({
    contentSecurityPolicy: { useDefaults: false, directives: directives(trust) },
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
    // A matter for whatever puts TLS in front; sent over plain HTTP it means nothing.
    strictTransportSecurity: false,
  });
  protect(response.req, response, () => response.setHeader('Permissions-Policy', PERMISSIONS_POLICY));
  return new Map(response.getHeaderNames().map((name) => [name, String(response.getHeader(name))]));
}

function directives({ inlineScripts, apiOrigin, apiSocket }: PageTrust): Record<string, string[]> {
  return {
    defaultSrc: ["'none'"],
    // The page's host has nothing but the build's own files. `strict-dynamic` would need a nonce: it does not pass the trust in a hash on to `import()`.
    scriptSrc: ["'self'", ...inlineScripts.map((hash) => `'${hash}'`)],
    // Components' styles are constructed sheets (core/constructed-styles.ts), which are no matter of the policy.
    styleSrc: ["'self'", EMPTY_STYLE],
    // https: users' photos may be anywhere (see ImageUrl in the contract); the API serves uploaded ones; blob: shows a photo before its upload.
    imgSrc: ["'self'", 'https:', 'blob:', apiOrigin],
    connectSrc: ["'self'", apiOrigin, apiSocket],
    fontSrc: ["'self'"],
    manifestSrc: ["'self'"],
    workerSrc: ["'self'"],
    // <base href="/"> is what the router starts from.
    baseUri: ["'self'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
    requireTrustedTypesFor: ["'script'"],
    trustedTypes: ['angular', 'angular#bundler', 'angular#components', 'moien#worker'],
  };
}
