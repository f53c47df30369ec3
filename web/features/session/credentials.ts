import type { AccountWords } from '../../words/use-account-words.ts';
import type { Words } from '../../words/words.ts';

export type Entry = 'sign-in' | 'sign-up';

type Reasons = AccountWords['refused'];

type Answer = { code?: string; message?: string; twoFactorRedirect?: boolean };

/** `in`, `code` where a second factor is asked for next, or why not and what to do, in words. */
export type Entered = 'in' | 'code' | { refused: string };

/** What the library says, as a person can act on it. Never tells whether an address is known. */
const reasons: Record<string, keyof Reasons> = {
  INVALID_EMAIL_OR_PASSWORD: 'mismatch',
  USER_ALREADY_EXISTS: 'known',
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: 'known',
  PASSWORD_TOO_SHORT: 'short',
  PASSWORD_TOO_LONG: 'long',
  INVALID_EMAIL: 'noEmail',
};

/** Asks to be let in. */
export async function enter(
  entry: Entry,
  fields: Record<string, string>,
  { refused }: AccountWords,
  { errors }: Words,
): Promise<Entered> {
  const response = await fetch(`/api/auth/${entry}/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(fields),
  }).catch(() => null);

  if (!response) return { refused: errors.unreachable };
  if (response.status === 429) return { refused: refused.tooOften };
  const answer = (await response.json().catch(() => ({}))) as Answer | null;
  if (response.ok) return answer?.twoFactorRedirect ? 'code' : 'in';
  const reason = reasons[answer?.code ?? ''];
  return { refused: reason ? refused[reason] : (answer?.message ?? refused.failed) };
}
