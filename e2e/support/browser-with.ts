import type { test } from './test';

/** Starts the browser with further arguments, for settings that it takes no other way. To be handed to `extend`. */
export function browserWith(...more: readonly string[]): Parameters<typeof test.extend<object, object>>[0] {
  return {
    launchOptions: [({ launchOptions }, use) => use({ ...launchOptions, args: [...(launchOptions.args ?? []), ...more] }), { scope: 'worker' }],
  };
}
