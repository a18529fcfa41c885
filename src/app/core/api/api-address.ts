import { DOCUMENT, type EnvironmentProviders, inject, InjectionToken, makeEnvironmentProviders } from '@angular/core';
import * as v from 'valibot';
import { ClientConfig } from '#contract/client-config';

/** Where the server is, without a slash at the end: REST and Socket.IO share this origin. The page's own, where nothing else is provided. */
export const API_ORIGIN = new InjectionToken<string>('API_ORIGIN', { factory: () => inject(DOCUMENT).location.origin });
/** The path on it that the REST API is below, with a slash before it and none after it. */
export const API_BASE = new InjectionToken<string>('API_BASE', { factory: () => '/api/v1' });

/** The page's host does not say where the API is: that takes somebody who can mend it, not another try. */
export class NotConfigured extends Error {}

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** Asks the page's host where the API is. @throws NotConfigured when its answer does not tell; something else when none came. */
export async function readClientConfig({ baseURI }: Document): Promise<ClientConfig> {
  // index.html asks for it beside the script, and this takes that answer; one from a cache would outlive a change of the file.
  const response = await fetch(new URL('config.json', baseURI), { cache: 'no-cache' });
  if (response.status >= 500) throw new Error(`config.json: ${String(response.status)}`);
  if (!response.ok) throw new NotConfigured(`config.json: ${String(response.status)}`);
  const result = v.safeParse(ClientConfig, await response.json().catch(() => null));
  if (result.success) return result.output;
  throw new NotConfigured(result.issues.map((issue) => `config.json: ${v.getDotPath(issue) ?? 'it'} ${issue.message}`).join('; '));
}

/** A loopback address takes the page's own name for it: a cookie of `localhost` does not reach `127.0.0.1`. */
export function provideApi({ apiOrigin, apiBase }: ClientConfig, { hostname }: Location): EnvironmentProviders {
  const url = new URL(apiOrigin);
  if (LOOPBACK.includes(url.hostname) && LOOPBACK.includes(hostname)) url.hostname = hostname;
  return makeEnvironmentProviders([
    { provide: API_ORIGIN, useValue: url.origin },
    { provide: API_BASE, useValue: apiBase },
  ]);
}
