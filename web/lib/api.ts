import type { Problem } from '@zerodo/api/problem';
import type { Words } from '../words/words.ts';
import { learnTime } from './clock.ts';
import { signedInAgain, signedInSince } from './session-gate.ts';
import { newTraceparent } from './traceparent.ts';
import { whosePage } from './whose-page.ts';

/** Of an answer that no function of ours has written. */
const noCode = 'unexpected-answer';

/** The API said no. `message` is fit to be shown: it says what happened and what to do. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;
  /** Milliseconds after which asking again makes sense, where the answer said so. */
  readonly retryAfter: number | undefined;

  constructor(status: number, code: string, message: string, retryAfter?: number) {
    super(message);
    this.name = 'Refused';
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

type Request = {
  body?: object;
  /** The version that the person was looking at: the change is refused when it has moved on. */
  version?: number;
  /** Makes a change safe to send again. */
  key?: string;
  signal?: AbortSignal;
};

/**
 * Calls `/api/v1` from the browser with the session's cookie, as the person of this page: where somebody
 * else has signed in beside it nothing is done. Without a session it waits for the next one.
 *
 * @throws Refused with the API's own words
 * @throws TypeError when nothing answered
 */
export async function call<T>(method: string, path: string, request: Request = {}): Promise<T> {
  const headers: Record<string, string> = { accept: 'application/json', traceparent: newTraceparent() };
  if (request.body) headers['content-type'] = 'application/json';
  if (request.key) headers['idempotency-key'] = request.key;
  if (request.version !== undefined) headers['if-match'] = `"${request.version}"`;
  const person = whosePage();
  if (person) headers['zerodo-person'] = person;

  const asked = Date.now();
  const response = await fetch(`/api/v1${path}`, {
    method,
    headers,
    credentials: 'same-origin',
    // A change goes out even when the tab is closed right after it.
    keepalive: method !== 'GET',
    ...(request.body && { body: JSON.stringify(request.body) }),
    ...(request.signal && { signal: request.signal }),
  });
  learnTime(response.headers.get('date'), asked);
  if (response.status === 401 && person) {
    if (!signedInSince(asked)) await signedInAgain(request.signal);
    return call<T>(method, path, request);
  }
  if (!response.ok) throw await refusal(response);
  return response.json() as Promise<T>;
}

/** What an answer that is no success means, also one that no function of ours has written. */
export async function refusal(response: Response): Promise<Refused> {
  const problem = (await response.json().catch(() => ({}))) as Partial<Problem>;
  const seconds = Number(response.headers.get('retry-after'));
  return new Refused(
    response.status,
    problem.code ?? noCode,
    problem.detail ?? `answer ${response.status}`,
    Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : undefined,
  );
}

const passing = new Set([429, 502, 503, 504]);

/** Passing trouble is worth another try; a refusal by a rule is not. */
export const mayPass = (error: unknown): boolean => !(error instanceof Refused) || passing.has(error.status);

const lasting = new Set(['database-read-only', 'database-full']);

/** Whether nothing can be changed until somebody has done something about it. */
export const takesNoChanges = (error: unknown): error is Refused =>
  error instanceof Refused && lasting.has(error.code);

/** Milliseconds before try number `attempt` (from 0), as the server asked or twice as long each time. */
export const pause = (attempt: number, error: unknown): number =>
  (error instanceof Refused && error.retryAfter) || Math.min(400 * 2 ** attempt, 8000);

/** One sentence for a person about a change or a question that failed. */
export function inWords(error: unknown, { errors }: Words): string {
  if (!(error instanceof Refused)) return errors.unreachable;
  if (error.code === noCode) return errors.unexpected(error.status);
  return errors.byCode[error.code] ?? error.message;
}
