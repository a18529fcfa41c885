import { Writable } from 'node:stream';
import { DrizzleQueryError } from 'drizzle-orm';
import pinoHttp from 'pino-http';
import { loadConfig } from '../config/config';
import { logging } from './logging';

describe('The log', () => {
  let lines: string;
  beforeEach(() => {
    lines = '';
  });

  function logger() {
    const stream = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        lines += chunk.toString();
        done();
      },
    });
    return pinoHttp(logging(loadConfig({ LOG_LEVEL: 'debug' })).pinoHttp as object, stream).logger;
  }

  it('has no values of queries that failed, only what the database said', () => {
    const cause = Object.assign(new Error('duplicate key value violates unique constraint "users_email_taken"'), {
      code: '23505',
      detail: 'Key (email)=(lea@moien.lu) already exists.',
    });
    logger().error({ err: new DrizzleQueryError('insert into users values ($1)', ['lea@moien.lu', '$argon2id$secret'], cause) });
    expect(lines).toContain('users_email_taken');
    expect(lines).toContain('23505');
    expect(lines).toContain('logging.spec.ts');
    expect(lines).not.toMatch(/lea@moien|argon2|insert into/u);
  });

  it('has no query strings and no headers', () => {
    logger().info({ req: { id: '1', method: 'GET', url: '/api/v1/users?q=lea', headers: { authorization: 'Bearer secret' } } });
    expect(JSON.parse(lines)).toEqual(jasmine.objectContaining({ req: { id: '1', method: 'GET', path: '/api/v1/users' } }));
  });

  it('leaves out what the framework tells of its own start', () => {
    const log = logger();
    log.info({ context: 'RouterExplorer' }, 'Mapped {/users, GET} route');
    log.info({ context: 'Seed' }, 'Ready');
    expect(
      lines
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { msg: string }).msg),
    ).toEqual(['Ready']);
  });
});
