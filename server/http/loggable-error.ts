import { DrizzleQueryError } from 'drizzle-orm';

/**
 * @returns what of an error may stand in the log. A failed query's own message lists its values, and PostgreSQL's details name
 * them again: people's data, hashed passwords. The database's message, its code and where it came from tell enough.
 */
export function loggableError(error: Error): Error {
  const cause = error instanceof DrizzleQueryError && error.cause !== undefined ? error.cause : error;
  const loggable = new Error(cause.message);
  loggable.name = cause.name;
  loggable.stack = `${cause.name}: ${cause.message}\n${(error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /u.test(line))
    .join('\n')}`;
  return 'code' in cause ? Object.assign(loggable, { code: cause.code }) : loggable;
}
