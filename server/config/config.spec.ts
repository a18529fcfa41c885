import { resolve } from 'node:path';
import { loadConfig } from './config';

describe('The settings', () => {
  it('have defaults that work on a developer’s machine', () => {
    expect(loadConfig({})).toEqual(
      jasmine.objectContaining({
        host: 'localhost',
        port: 3000,
        dataDir: resolve('.data'),
        databaseUrl: undefined,
        seedUsers: 0,
        timeZone: 'Europe/Luxembourg',
        logLevel: 'info',
        anonymousLimit: 100,
        publicWriteLimit: 10,
      }),
    );
    expect(loadConfig({}).corsOrigins).toEqual(['http://localhost:4200', 'http://127.0.0.1:4200', 'http://localhost:5173', 'http://127.0.0.1:5173']);
  });

  it('are read from the environment, where an empty variable counts as absent', () => {
    const config = loadConfig({
      PORT: '8080',
      SEED_USERS: '',
      CORS_ORIGINS: 'https://a.example, https://b.example',
      DATABASE_URL: 'postgres://db/moien',
      LOG_LEVEL: 'warn',
      ANONYMOUS_LIMIT: '500',
    });
    expect(config).toEqual(
      jasmine.objectContaining({
        port: 8080,
        seedUsers: 0,
        corsOrigins: ['https://a.example', 'https://b.example'],
        databaseUrl: 'postgres://db/moien',
        logLevel: 'warn',
        anonymousLimit: 500,
      }),
    );
  });

  it('name each variable that makes no sense, one a line', () => {
    const environment = {
      PORT: '70000',
      DATABASE_URL: 'mysql://x',
      CORS_ORIGINS: 'https://a.example/path',
      TIME_ZONE: 'Mars/Olympus',
      LOG_LEVEL: 'loud',
      ANONYMOUS_LIMIT: '0',
      ADMIN_PASSWORD: 'short',
      ADMIN_EMAIL: 'x',
    };
    expect(() => loadConfig(environment)).toThrowMatching(({ message }: Error) => {
      const named = message.split('\n').map((line) => line.split(':')[0]);
      expect(named.sort()).toEqual(Object.keys(environment).sort());
      return true;
    });
  });

  it('take object storage whole or not at all, and name what is missing', () => {
    const whole = { S3_BUCKET: 'images', S3_ACCESS_KEY_ID: 'id', S3_SECRET_ACCESS_KEY: 'secret' };
    expect(loadConfig(whole).s3).toEqual({ bucket: 'images', accessKeyId: 'id', secretAccessKey: 'secret', region: 'us-east-1', endpoint: undefined });
    expect(loadConfig({}).s3).toBeUndefined();
    for (const name of Object.keys(whole))
      expect(() => loadConfig({ ...whole, [name]: '' })).toThrowError(`${name}: is missing, though other S3_ variables are set`);
    expect(() => loadConfig({ S3_ENDPOINT: 'http://127.0.0.1:9000' })).toThrowError(/^S3_BUCKET.*\nS3_ACCESS_KEY_ID.*\nS3_SECRET_ACCESS_KEY/u);
  });

  it('refuse what is no origin', () => {
    for (const origin of ['*', 'null', 'http://localhost:4200/', 'localhost:4200']) {
      expect(() => loadConfig({ CORS_ORIGINS: origin }))
        .withContext(origin)
        .toThrowError(/^CORS_ORIGINS/u);
    }
  });
});
