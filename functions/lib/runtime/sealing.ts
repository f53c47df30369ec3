import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Version 1: this byte, then twelve random ones, sixteen that prove it, and what was said. */
const version = 1;
const nonceBytes = 12;
const tagBytes = 16;

export type Seal = {
  seal: (words: string, where: string) => Buffer;
  /** @throws Error when the key is another one, or the seal was made for another place or tampered with */
  open: (sealed: Uint8Array, where: string) => string;
};

/**
 * Keeps secrets of people unreadable in the database and its backups: AES-256-GCM with a key derived
 * from ZERODO_SECRET_KEY (HKDF-SHA-256). `where` names the row, so that no sealed secret can be put
 * into another one.
 */
export function sealWith(secretKey: string): Seal {
  const key = Buffer.from(hkdfSync('sha256', secretKey, '', 'zerodo sealed secrets v1', 32));
  return {
    seal(words, where) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(where));
      const said = Buffer.concat([cipher.update(words, 'utf8'), cipher.final()]);
      return Buffer.concat([Buffer.of(version), nonce, cipher.getAuthTag(), said]);
    },
    open(sealed, where) {
      const bytes = Buffer.from(sealed);
      if (bytes[0] !== version) throw new Error('This secret was sealed by a later version of Zerodo.');
      const [begin, end] = [1 + nonceBytes, 1 + nonceBytes + tagBytes];
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(1, begin))
        .setAAD(Buffer.from(where))
        .setAuthTag(bytes.subarray(begin, end));
      return Buffer.concat([decipher.update(bytes.subarray(end)), decipher.final()]).toString('utf8');
    },
  };
}
