import type { AccountWords } from '../../words/use-account-words.ts';
import type { Words } from '../../words/words.ts';

export type Entry = 'sign-in' | 'sign-up';

type Reasons = AccountWords['refused'];

type Answer = { code?: string; message?: string };

/** What the library says, as a person can act on it. Never tells whether an address is known. */
const reasons: Record<string, keyof Reasons> = {
  INVALID_EMAIL_OR_PASSWORD: 'mismatch',
  USER_ALREADY_EXISTS: 'known',
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: 'known',
  PASSWORD_TOO_SHORT: 'short',
  PASSWORD_TOO_LONG: 'long',
  INVALID_EMAIL: 'noEmail',
};

/** Asks to be let in. Null is success; otherwise what to do, in words. */
export async function enter(
  entry: Entry,
  fields: Record<string, string>,
  { refused }: AccountWords,
  { errors }: Words,
): Promise<string | null> {
  const response = await fetch(`/api/auth/${entry}/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(fields),
  }).catch(() => null);

  if (!response) return errors.unreachable;
  if (response.ok) return null;
  if (response.status === 429) return refused.tooOften;
  const { code, message } = (await response.json().catch(() => ({}))) as Answer;
  const reason = reasons[code ?? ''];
  return reason ? refused[reason] : (message ?? refused.failed);
}
