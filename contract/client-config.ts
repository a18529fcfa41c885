import * as v from 'valibot';

/** The reference server's, and the customer's in development. */
const DEFAULT_BASE = '/api/v1';

/** Scheme, host and port, nothing after them. */
export const ApiOrigin = v.pipe(v.string(), v.regex(/^https?:\/\/[\w.:[\]-]+$/iu, 'is an origin, such as https://api.example'));

/** The path that every route of the REST API begins with; Socket.IO has its own, beside it. */
export const ApiBase = v.optional(
  v.pipe(v.string(), v.regex(/^(?:\/[\w.~-]+)+$/u, 'is a path with a slash before it and none after it, such as /v1')),
  DEFAULT_BASE,
);

/** `config.json`, which stands beside the page and tells it at start where its server is. */
export const ClientConfig = v.object({ apiOrigin: ApiOrigin, apiBase: ApiBase });
export type ClientConfig = v.InferOutput<typeof ClientConfig>;
