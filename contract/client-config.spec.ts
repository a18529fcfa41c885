import * as v from 'valibot';
import { ClientConfig } from './client-config';

describe('The client’s configuration', () => {
  it('names the API and the path it is below', () => {
    const config = { apiOrigin: 'https://api.example:8443', apiBase: '/v1' };
    expect(v.parse(ClientConfig, config)).toEqual(config);
  });

  it('has the usual path where it names none', () => {
    expect(v.parse(ClientConfig, { apiOrigin: 'http://[::1]:3000' }).apiBase).toBe('/api/v1');
  });

  for (const config of [
    {},
    null,
    { apiOrigin: 'https://api.example/' },
    { apiOrigin: 'https://api.example/v1' },
    { apiOrigin: 'api.example' },
    { apiOrigin: "https://api.example 'unsafe-inline'" },
    { apiOrigin: 'javascript:alert(1)' },
    { apiOrigin: 'https://api.example', apiBase: 'v1' },
    { apiOrigin: 'https://api.example', apiBase: '/v1/' },
    { apiOrigin: 'https://api.example', apiBase: '//evil.example' },
    { apiOrigin: 'https://api.example', apiBase: '' },
  ]) {
    it(`is not ${JSON.stringify(config)}`, () => {
      expect(v.is(ClientConfig, config)).toBeFalse();
    });
  }
});
