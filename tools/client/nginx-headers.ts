import { securityHeaders } from './security-headers';

/** The variables in which deploy/nginx-static.conf keeps the API's address. */
const API = { apiOrigin: '$moien_api_origin', apiSocket: '$moien_api_socket' };

/** The protective headers as nginx includes them; they go out with errors too. @param inlineScripts see `inlineScriptHashes`. */
export function nginxHeaders(inlineScripts: readonly string[]): string {
  return [...securityHeaders({ inlineScripts, ...API })].map(([name, value]) => `add_header ${name} "${value}" always;\n`).join('');
}
