import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Version 1: this byte, then twelve random ones, sixteen that prove it, and what was said. */
const version = 1;
const nonceBytes = 12;
const tagBytes = 16;

export type Seal = {
  seal: (words: string, where: string) => Buffer;
  /** @throws Error when neither key is the right one, or the seal was made for another place or tampered with */
  open: (sealed: Uint8Array, where: string) => string;
  /** The same, sealed with the key of now; null where it is already. @throws as `open` */
  reseal: (sealed: Uint8Array, where: string) => Buffer | null;
};

/**
 * Keeps secrets of people unreadable in the database and its backups: AES-256-GCM with a key derived
 * from ZERODO_SECRET_KEY (HKDF-SHA-256). `before` is the key that was in its place until it was changed:
 * it still opens, and seals nothing. `where` names the row, so that no sealed secret can be put into another one.
 */
export function sealWith(secretKey: string, before?: string): Seal {
  const keys = [secretKey, ...(before === undefined ? [] : [before])].map((key) =>
    Buffer.from(hkdfSync('sha256', key, '', 'zerodo sealed secrets v1', 32)),
  );

  function seal(words: string, where: string): Buffer {
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv('aes-256-gcm', keys[0]!, nonce).setAAD(Buffer.from(where));
    const said = Buffer.concat([cipher.update(words, 'utf8'), cipher.final()]);
    return Buffer.concat([Buffer.of(version), nonce, cipher.getAuthTag(), said]);
  }

  /** What was said, and which of the keys it was sealed with. */
  function unsealed(sealed: Uint8Array, where: string): { words: string; by: number } {
    const bytes = Buffer.from(sealed);
    if (bytes[0] !== version) throw new Error('This secret was sealed by a later version of Zerodo.');
    let reason: unknown;
    for (const [by, key] of keys.entries()) {
      try {
        return { words: opened(bytes, key, where), by };
      } catch (error) {
        reason = error;
      }
    }
    throw new Error('Neither ZERODO_SECRET_KEY nor the key before it opens this secret.', { cause: reason });
  }

  return {
    seal,
    open: (sealed, where) => unsealed(sealed, where).words,
    reseal(sealed, where) {
      const { words, by } = unsealed(sealed, where);
      return by === 0 ? null : seal(words, where);
    },
  };
}

function opened(bytes: Buffer, key: Buffer, where: string): string {
  const [begin, end] = [1 + nonceBytes, 1 + nonceBytes + tagBytes];
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(1, begin))
    .setAAD(Buffer.from(where))
    .setAuthTag(bytes.subarray(begin, end));
  return Buffer.concat([decipher.update(bytes.subarray(end)), decipher.final()]).toString('utf8');
}
