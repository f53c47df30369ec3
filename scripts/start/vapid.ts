import { generateKeyPairSync } from 'node:crypto';

/** A pair of keys for web push (RFC 8292): P-256, the public one as an uncompressed point. */
export function vapidKeys(): { public: string; private: string } {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const { x, y, d } = privateKey.export({ format: 'jwk' });
  const point = Buffer.concat([Buffer.of(4), Buffer.from(x!, 'base64url'), Buffer.from(y!, 'base64url')]);
  return { public: point.toString('base64url'), private: d! };
}
