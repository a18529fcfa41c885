import Bowser from 'bowser';

/** What a session was signed in with, as far as its user agent says. */
export interface Device {
  /** "Firefox 132"; undefined for what is no known browser. */
  readonly browser: string | undefined;
  /** "Windows". Without its version: browsers have frozen that at a value of years ago. */
  readonly system: string | undefined;
  readonly isHandheld: boolean;
}

/** Reads a `User-Agent` header. */
export function deviceOf(userAgent: string): Device {
  // The parser refuses an empty text.
  const { browser, os, platform } = Bowser.parse(userAgent === '' ? ' ' : userAgent);
  const major = browser.version?.split('.', 1)[0];
  return {
    browser: browser.name ? [browser.name, major].filter(Boolean).join(' ') : undefined,
    system: os.name === '' ? undefined : os.name,
    isHandheld: platform.type === 'mobile' || platform.type === 'tablet',
  };
}
