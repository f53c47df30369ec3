import { APIError } from 'better-auth/api';

/** What somebody is told who has to wait: 429 with Retry-After in seconds. */
export function waits(code: string, why: string, milliseconds: number): APIError {
  const seconds = Math.ceil(milliseconds / 1000);
  const message = `${why}: try again in ${seconds} seconds.`;
  return new APIError('TOO_MANY_REQUESTS', { code, message }, { 'retry-after': String(seconds) });
}
