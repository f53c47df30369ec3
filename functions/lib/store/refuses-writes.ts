import { Unavailable } from './unavailable.ts';

/** Somebody has to do something about it: asking every second helps nobody. */
const retryAfter = 30;

/**
 * What a Postgres says that can be read and not be written: read only by setting or as a standby that was not promoted (25006), or
 * without room on its disk (53100). Nothing of the transaction is left, and the same request may come again.
 */
export function refusesWrites(cause: unknown, sqlState: string): Unavailable | undefined {
  if (sqlState === '25006') {
    return new Unavailable(
      'The database can only be read just now, so nothing was changed: send it again later.',
      { cause, retryAfter, code: 'database-read-only' },
    );
  }
  if (sqlState === '53100') {
    return new Unavailable(
      'The disk of the database is full, so nothing was changed: send it again when there is room.',
      { cause, retryAfter, code: 'database-full' },
    );
  }
  return undefined;
}
