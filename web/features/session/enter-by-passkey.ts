import type { PasskeyWords } from '../../words/use-passkey-words.ts';
import type { Words } from '../../words/words.ts';
import { forgetPasskey, type Mediation, NoPasskey, signWithPasskey } from './passkey.ts';

type Reasons = PasskeyWords['refused'];
type Options = PublicKeyCredentialRequestOptionsJSON;

/** What the library says, as a person can act on it. */
const reasons: Record<string, keyof Reasons> = {
  PASSKEY_NOT_FOUND: 'unknown',
  PASSKEY_NOT_VERIFIED: 'unverified',
  CHALLENGE_NOT_FOUND: 'over',
};

/** `in`, or why not and what to do, in words; null where it was only offered, and nothing came of it. */
export type Entered = 'in' | { refused: string } | null;

/** Asks to be let in by a passkey. */
export async function enterByPasskey(
  mediation: Mediation,
  signal: AbortSignal,
  { refused }: PasskeyWords,
  { errors }: Words,
): Promise<Entered> {
  let chosen = mediation === 'optional';
  const why = (said: string): Entered => (chosen && !signal.aborted ? { refused: said } : null);
  try {
    const asked = await fetch('/api/auth/passkey/generate-authenticate-options', { signal });
    if (!asked.ok) return why(asked.status === 429 ? refused.tooOften : refused.failed);
    const options = (await asked.json()) as Options;
    const response = await signWithPasskey(options, mediation, signal);
    chosen = true;
    const answer = await fetch('/api/auth/passkey/verify-authentication', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ response }),
    });
    if (answer.ok) return 'in';
    if (answer.status === 429) return why(refused.tooOften);
    const { code } = (await answer.json().catch(() => ({}))) as { code?: string };
    if (code === 'PASSKEY_NOT_FOUND') forgetPasskey(options.rpId, response.id);
    return why(refused[reasons[code ?? ''] ?? 'failed']);
  } catch (error) {
    return why(error instanceof NoPasskey ? refused[error.obstacle] : errors.unreachable);
  }
}
