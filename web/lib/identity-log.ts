import { isAPIError } from 'better-auth/api';

const nameOf = (thrown: unknown): string =>
  thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : typeof thrown;

const refused = /^(Invalid origin|Verification email isn't enabled|Reset password isn't enabled)/;

/** What a device answered does not hold; a database that failed under it is another matter. */
const unproven = /^Failed to verify (registration|authentication)/;

/**
 * One line of JSON for what the library could not do. What it refused, a wrong token for example, is
 * the caller's affair and would let anybody fill the log; values other than errors are never written.
 */
export function log(level: string, message: string, ...details: unknown[]): void {
  if (details.some((detail) => isAPIError(detail)) || refused.test(message)) return;
  if (unproven.test(message) && !details.some((detail) => nameOf(detail).startsWith('PostgresError'))) return;
  const errors = details.filter((detail) => detail instanceof Error).map(nameOf);
  console.error(JSON.stringify({ level, time: new Date().toISOString(), service: 'web', message, errors }));
}
