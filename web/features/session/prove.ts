import { whosePage } from '../../lib/whose-page.ts';
import type { FactorWords } from '../../words/use-factor-words.ts';
import type { Words } from '../../words/words.ts';

/** What shows that it is you: the app's code of this half minute, or one of the codes that were kept. */
export type Factor = 'app' | 'backup';

/** Why not, in words; `over` where only the password, given anew, leads on. */
export type NotProven = { words: string; over: boolean };

type Reasons = FactorWords['refused'];

const reasons: Record<string, keyof Omit<Reasons, 'waits' | 'tooOften' | 'failed'>> = {
  INVALID_CODE: 'wrong',
  INVALID_BACKUP_CODE: 'wrongBackup',
  CODE_USED: 'used',
  ACCOUNT_TEMPORARILY_LOCKED: 'locked',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'tooMany',
  INVALID_TWO_FACTOR_COOKIE: 'over',
  TOTP_NOT_ENABLED: 'over',
  BACKUP_CODES_NOT_ENABLED: 'over',
};

/** What the library says, as a person can act on it; `seconds` is how long it asks to wait. */
export function notProven(code: string | undefined, seconds: number, refused: Reasons): NotProven | null {
  if (code === 'CODE_WAITS') return { words: refused.waits(seconds), over: false };
  const reason = reasons[code ?? ''];
  return reason ? { words: refused[reason], over: reason === 'over' || reason === 'tooMany' } : null;
}

const paths: Record<Factor, string> = { app: 'verify-totp', backup: 'verify-backup-code' };

/** Shows a code, after the password or to switch the second factor on. Null is success. */
export async function prove(
  factor: Factor,
  written: string,
  { refused }: FactorWords,
  { errors }: Words,
): Promise<NotProven | null> {
  const person = whosePage();
  const response = await fetch(`/api/auth/two-factor/${paths[factor]}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(person && { 'zerodo-person': person }) },
    // Apps show it in two halves, and so it is typed or pasted.
    body: JSON.stringify({ code: written.replaceAll(/\s/g, '') }),
  }).catch(() => null);
  if (!response) return { words: errors.unreachable, over: false };
  if (response.ok) return null;
  const { code, message } = (await response.json().catch(() => ({}))) as { code?: string; message?: string };
  const known = notProven(code, Number(response.headers.get('retry-after')), refused);
  return (
    known ?? { words: response.status === 429 ? refused.tooOften : (message ?? refused.failed), over: false }
  );
}
