import { deviceOf } from './device';

describe('The device of a session', () => {
  for (const [userAgent, browser, system, isHandheld] of [
    ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36', 'Chrome 130', 'Linux', false],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0',
      'Microsoft Edge 130',
      'Windows',
      false,
    ],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:132.0) Gecko/20100101 Firefox/132.0', 'Firefox 132', 'macOS', false],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
      'Safari 17',
      'iOS',
      true,
    ],
    ['curl/8.1', undefined, undefined, false],
    ['', undefined, undefined, false],
  ] as const) {
    it(`is ${browser ?? 'no browser'} on ${system ?? 'nothing known'} for “${userAgent.slice(0, 40)}”`, () => {
      expect(deviceOf(userAgent)).toEqual({ browser, system, isHandheld });
    });
  }
});
