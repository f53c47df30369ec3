import type { PasskeyWords } from '../../words/use-passkey-words.ts';

/** Why a browser or its person made or used none. */
export type Obstacle = keyof Pick<
  PasskeyWords['refused'],
  'browser' | 'cancelled' | 'elsewhere' | 'exists' | 'unverified'
>;

const obstacles: Record<string, Obstacle> = {
  NotAllowedError: 'cancelled',
  AbortError: 'cancelled',
  InvalidStateError: 'exists',
  SecurityError: 'elsewhere',
  ConstraintError: 'unverified',
  NotSupportedError: 'browser',
};

/** The browser said no, or somebody did who sits before it. */
export class NoPasskey extends Error {
  readonly obstacle: Obstacle;

  constructor(obstacle: Obstacle) {
    super(obstacle);
    this.name = 'NoPasskey';
    this.obstacle = obstacle;
  }
}

/** WebAuthn level 3: what came from the server as JSON is read and written by the browser itself. */
export const knowsPasskeys = (): boolean =>
  typeof PublicKeyCredential === 'function' && 'parseRequestOptionsFromJSON' in PublicKeyCredential;

/** What the device answered, as it is sent. */
type Answer = { id: string };

async function asked(ask: () => Promise<Credential | null>): Promise<Answer> {
  if (!knowsPasskeys()) throw new NoPasskey('browser');
  const credential = await ask().catch((error: unknown) => {
    const obstacle = error instanceof DOMException && obstacles[error.name];
    throw obstacle ? new NoPasskey(obstacle) : error;
  });
  if (!credential) throw new NoPasskey('cancelled');
  return (credential as PublicKeyCredential).toJSON();
}

/**
 * Lets the device make one.
 *
 * @throws NoPasskey
 */
export const makePasskey = (options: PublicKeyCredentialCreationOptionsJSON): Promise<Answer> =>
  asked(() =>
    navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) }),
  );

/** `conditional` waits until one is chosen among what the browser offers for a field. */
export type Mediation = 'optional' | 'conditional';

/**
 * Lets the device sign with one that it has.
 *
 * @throws NoPasskey
 */
export const signWithPasskey = (
  options: PublicKeyCredentialRequestOptionsJSON,
  mediation: Mediation,
  signal: AbortSignal,
): Promise<Answer> =>
  asked(() => {
    // The library asks for it as a preference only, and refuses what comes without.
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON({
      ...options,
      userVerification: 'required',
    });
    return navigator.credentials.get({ publicKey, mediation, signal });
  });

/** Whether the browser offers passkeys where an address is typed. */
export const offersPasskeys = async (): Promise<boolean> =>
  knowsPasskeys() && (await PublicKeyCredential.isConditionalMediationAvailable());

/** Tells the device that one of its passkeys is known here no more, so that it need not offer it again. */
export function forgetPasskey(rpId: string | undefined, credentialId: string): void {
  if (!rpId || !('signalUnknownCredential' in PublicKeyCredential)) return;
  // Where the device does not listen, its person deletes it there.
  PublicKeyCredential.signalUnknownCredential({ rpId, credentialId }).catch(() => {});
}
