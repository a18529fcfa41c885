import type { BrowserContext } from '@playwright/test';

/** Chromium notes each failed request and socket as an error; journeys that cut the network or mistype a password cause them. */
const NETWORK = /^Failed to load resource|^WebSocket connection to .* failed/u;

/** By plain http, under a name of the company's, browsers say that they leave out a header which counts behind https. */
const PLAIN_HTTP = /^The Cross-Origin-Opener-Policy header has been ignored/u;

/** Notes what no journey may cause: exceptions, console errors, and anything the content security policy or Trusted Types stopped. */
export async function watch(context: BrowserContext, complaints: string[]): Promise<void> {
  context.on('weberror', (error) => complaints.push(`exception: ${error.error().message}`));
  context.on('console', (message) => {
    if (message.type() === 'error' && !NETWORK.test(message.text()) && !PLAIN_HTTP.test(message.text())) complaints.push(message.text());
  });
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
      console.error('content security policy:', effectiveDirective, blockedURI, sample);
    });
  });
}
