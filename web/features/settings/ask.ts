import { Refused } from '../../lib/api.ts';
import { signedInAgain } from '../../lib/session-gate.ts';
import { whosePage } from '../../lib/whose-page.ts';

type Answer = { code?: string; detail?: string; message?: string };

/**
 * Calls an address of the web itself (`/api/auth/…`, `/api/tokens`) with the session's cookie, as the
 * person of this page. Without a session it waits for the next one.
 *
 * @throws Refused with the code and the words of the answer
 * @throws TypeError when nothing answered
 */
export async function ask<T>(method: string, path: string, body?: object): Promise<T> {
  const person = whosePage();
  const response = await fetch(path, {
    method,
    headers: {
      accept: 'application/json',
      ...(body && { 'content-type': 'application/json' }),
      ...(person && { 'zerodo-person': person }),
    },
    credentials: 'same-origin',
    ...(body && { body: JSON.stringify(body) }),
  });
  const answer = (await response.json().catch(() => null)) as (T & Answer) | null;
  if (response.ok) return answer as T;
  if (response.status === 401) {
    await signedInAgain();
    return ask<T>(method, path, body);
  }
  if (response.status === 429) throw new Refused(429, 'tooOften', '');
  throw new Refused(
    response.status,
    answer?.code ?? 'unexpected-answer',
    answer?.detail ?? answer?.message ?? `answer ${response.status}`,
  );
}
