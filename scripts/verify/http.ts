import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

/** What passes by itself: too much at once, or a function that is just starting. */
const passing = [429, 502, 503, 504];

export type Request = { method: string; url: string; headers: Record<string, string>; body?: object };

/** An answer that nobody asked for, with its status. */
export class Unexpected extends Error {
  readonly status: number;
  constructor({ method, url }: Request, status: number, text: string) {
    super(`${method} ${new URL(url).pathname} answered ${status}${inShort(text)}`);
    this.status = status;
  }
}

/** The code and the words of a problem (RFC 9457), or the beginning of whatever it is. */
function inShort(text: string): string {
  try {
    const { code, detail, title, message } = JSON.parse(text);
    return [code && ` ${code}`, detail ?? message ?? title].filter(Boolean).join(': ');
  } catch {
    return text.trim() ? `: ${text.trim().replace(/\s+/g, ' ').slice(0, 120)}` : '';
  }
}

/** Why there was no answer, without the wrapping of `fetch`: a name that is not known, a certificate that is not valid. */
const whyNot = (error: unknown): string => {
  const { message, cause } = error as Error;
  return cause instanceof Error ? cause.message || String((cause as NodeJS.ErrnoException).code) : message;
};

/** Longer than the gateway waits for anything, in milliseconds. */
const answeredWithin = 60_000;

/**
 * Sends until there is an answer: what passes by itself is sent again, under one Idempotency-Key. A change that is under way is
 * not given up when `signal` aborts: it might be made after everything was deleted.
 *
 * @throws Unexpected for an answer other than 2xx; Error with the last trouble once `signal` aborts
 */
export async function send(request: Request, signal: AbortSignal): Promise<Response> {
  const { method, url, body } = request;
  const headers = {
    ...request.headers,
    ...(method !== 'GET' && { 'idempotency-key': `verify-${randomUUID()}` }),
    ...(body && { 'content-type': 'application/json' }),
  };
  return poll(async () => {
    const response = await fetch(url, {
      method,
      headers,
      redirect: 'manual',
      signal: method === 'GET' ? signal : AbortSignal.timeout(answeredWithin),
      ...(body && { body: JSON.stringify(body) }),
    }).catch((error) => {
      throw new Later(`${method} ${url}: ${whyNot(error)}`);
    });
    if (response.ok) return response;
    const unexpected = new Unexpected(request, response.status, await response.text());
    throw passing.includes(response.status) ? new Later(unexpected.message) : unexpected;
  }, signal);
}

/** Not yet: asked again until there is no time left. */
export class Later extends Error {}

/** Asks every half second until the answer is there. @throws whatever is no `Later`; the last `Later` once `signal` aborts */
export async function poll<T>(ask: () => Promise<T>, signal: AbortSignal): Promise<T> {
  let last = '';
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof Later)) throw error;
      // The end of the time is no trouble of its own.
      if (!signal.aborted || last === '') last = error.message;
    }
    if (signal.aborted) throw new Error(last);
    await sleep(500, undefined, { signal }).catch(() => {
      throw new Error(last);
    });
  }
}
