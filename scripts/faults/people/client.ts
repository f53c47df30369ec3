import { setTimeout as sleep } from 'node:timers/promises';
import type { Task } from '@zerodo/domain/task';

/** What came of a request that was repeated until somebody answered for good. */
export type Settled = { status: number; body: Task & { code?: string; detail?: string }; attempts: number };

/** A client's patience with one request, all attempts together; an attempt of its own has less. */
const patienceMs = 300_000;
const attemptMs = 15_000;
const pauseMs = 50;
/** A client does as Retry-After says, up to this: whoever waits much longer tests nothing. */
const longestPauseMs = 2_000;

/** Passing trouble, of the door, a function or the web; everything else is an answer. */
const passes = (status: number): boolean => [429, 502, 503, 504].includes(status);

/**
 * Sends a request under one Idempotency-Key until it is answered, as a client does that lost an answer: nobody knows then whether
 * it was done.
 *
 * @throws Error when nobody answers for five minutes
 */
export async function insist(
  url: string,
  {
    method,
    path,
    body,
    headers,
  }: { method: string; path: string; body?: object; headers: Record<string, string> },
): Promise<Settled> {
  const init = {
    method,
    headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  };
  let last: unknown;
  const end = Date.now() + patienceMs;
  for (let attempts = 1; Date.now() < end; attempts++) {
    try {
      const answer = await fetch(`${url}/api/v1${path}`, { ...init, signal: AbortSignal.timeout(attemptMs) });
      const text = await answer.text();
      if (!passes(answer.status))
        return { status: answer.status, body: text ? JSON.parse(text) : null, attempts };
      last = `${answer.status} ${text}`;
      const wait = Number(answer.headers.get('retry-after') ?? 0) * 1000;
      await sleep(Math.min(Math.max(wait, pauseMs), longestPauseMs));
    } catch (error) {
      last = error;
      await sleep(pauseMs);
    }
  }
  throw new Error(`${method} ${path} was not answered for ${patienceMs / 1000} s: ${last}`);
}
