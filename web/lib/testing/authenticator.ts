import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

const sha256 = (data: Buffer | string): Buffer => createHash('sha256').update(data).digest();
const text = (said: string): Buffer => Buffer.concat([Buffer.from([0x60 + said.length]), Buffer.from(said)]);
/** In the shortest form: whoever reads it writes it again to see where it ends. */
const bytes = (data: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(data.length < 256 ? [0x58, data.length] : [0x59, data.length >> 8, data.length]),
    data,
  ]);

/** Where and how a device answers; what is left out is as it should be. */
export type Answering = { challenge: string; origin?: string; rpId?: string; verified?: boolean };

const present = 1;
const verifiedFlag = 4;
const newCredential = 64;

/**
 * A device of a test that keeps one passkey (WebAuthn level 3, 6.1 and 6.5): ES256, attestation "none". It signs whatever it
 * is told, where a real one or its browser would refuse.
 */
export function authenticator(
  at: { origin: string; rpId: string },
  id = randomBytes(16).toString('base64url'),
) {
  const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  let counter = 0;

  const clientData = (type: string, { challenge, origin = at.origin }: Answering): Buffer =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const head = ({ rpId = at.rpId, verified = true }: Answering, flags: number): Buffer => {
    const said = Buffer.alloc(5);
    said[0] = present | (verified ? verifiedFlag : 0) | flags;
    said.writeUInt32BE(++counter, 1);
    return Buffer.concat([sha256(rpId), said]);
  };
  const answer = (response: Record<string, unknown>) => ({
    ...{ id, rawId: id, type: 'public-key', clientExtensionResults: {} },
    response: Object.fromEntries(
      Object.entries(response).map(([name, value]) => [
        name,
        Buffer.isBuffer(value) ? value.toString('base64url') : value,
      ]),
    ),
  });

  return {
    id,
    /** Answers `navigator.credentials.create`. */
    makes(asked: Answering) {
      const { x = '', y = '' } = keys.publicKey.export({ format: 'jwk' });
      // {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y}
      const key = Buffer.concat([
        Buffer.from([0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21]),
        bytes(Buffer.from(x, 'base64url')),
        Buffer.from([0x22]),
        bytes(Buffer.from(y, 'base64url')),
      ]);
      const raw = Buffer.from(id, 'base64url');
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, raw.length]), raw, key]);
      const attestation = Buffer.concat([
        Buffer.from([0xa3]),
        ...[text('fmt'), text('none'), text('attStmt'), Buffer.from([0xa0])],
        ...[text('authData'), bytes(Buffer.concat([head(asked, newCredential), attested]))],
      ]);
      return answer({
        clientDataJSON: clientData('webauthn.create', asked),
        attestationObject: attestation,
        transports: ['internal'],
      });
    },
    /** Answers `navigator.credentials.get`. */
    signs(asked: Answering) {
      const [data, told] = [head(asked, 0), clientData('webauthn.get', asked)];
      return answer({
        clientDataJSON: told,
        authenticatorData: data,
        signature: sign('sha256', Buffer.concat([data, sha256(told)]), keys.privateKey),
      });
    },
  };
}
