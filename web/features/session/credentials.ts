export type Entry = 'sign-in' | 'sign-up';

type Answer = { code?: string; message?: string };

/** What the library says, as a person can act on it. Never tells whether an address is known. */
const reasons: Record<string, string> = {
  INVALID_EMAIL_OR_PASSWORD: 'E-mail and password do not belong together. Check both and try again.',
  USER_ALREADY_EXISTS: 'There is an account with this e-mail already. Sign in instead.',
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: 'There is an account with this e-mail already. Sign in instead.',
  PASSWORD_TOO_SHORT: 'The password needs at least 10 characters.',
  PASSWORD_TOO_LONG: 'The password can have at most 128 characters.',
  INVALID_EMAIL: 'This is no e-mail address. Check it for a typing error.',
};

/** Asks to be let in. Null is success; otherwise what to do, in words. */
export async function enter(entry: Entry, fields: Record<string, string>): Promise<string | null> {
  const response = await fetch(`/api/auth/${entry}/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(fields),
  }).catch(() => null);

  if (!response) return 'Zerodo could not be reached. Check the connection and try again.';
  if (response.ok) return null;
  if (response.status === 429) return 'Too many tries in a short time. Wait ten seconds and try again.';
  const { code, message } = (await response.json().catch(() => ({}))) as Answer;
  return reasons[code ?? ''] ?? message ?? 'That did not work. Try again in a moment.';
}
