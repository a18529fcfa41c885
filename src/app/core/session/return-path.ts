/** Where the sign-in page is, and the parameter that says where to go from there. */
export const LOGIN_PATH = '/login';
export const RETURN_PARAM = 'next';

/** @returns the path to go to after sign-in: `wanted` if it lies within this app, else its start. */
export function returnPath(wanted: string | null | undefined, origin = globalThis.location.origin): string {
  // A browser reads `\` as `/`, and drops tabs and line breaks: `/\evil.example` leads away just as `//evil.example` does.
  if (!wanted || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(wanted)) return '/';
  const url = URL.parse(wanted, origin);
  // `/..//evil.example` is a path here, but not any more once its dots are resolved.
  if (url?.origin !== origin || url.pathname.startsWith('//') || url.pathname === LOGIN_PATH) return '/';
  return `${url.pathname}${url.search}${url.hash}`;
}
