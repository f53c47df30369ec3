import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll } from 'vitest';

export type Browser = {
  /** As a browser gives it to the page. */
  subscription: () => { endpoint: string; p256dh: string; auth: string };
  /** What was pushed to it, decrypted. */
  // biome-ignore lint/suspicious/noExplicitAny: what came is what the test is about, so its shape is not assumed
  pushed: () => any[];
  /** The status that its push service answers with from now on. */
  answers: (status: number) => void;
};

export type TestPush = {
  /** A browser with keys of its own, known to this push service. */
  browser: () => Browser;
  /** Headers of the last request. */
  headers: () => Record<string, string | string[] | undefined>;
};

/** A push service of the test's own (RFC 8030); it checks who signed (RFC 8292) before it takes anything. */
export function testPush(vapidPublicKey: string): TestPush {
  const browsers = new Map<string, { receive: (body: Buffer) => number }>();
  let headers: Record<string, string | string[] | undefined> = {};
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    headers = request.headers;
    const browser = browsers.get(request.url!);
    const signed = isSigned(String(request.headers.authorization), vapidPublicKey);
    response.statusCode = signed ? (browser?.receive(Buffer.concat(chunks)) ?? 404) : 403;
    response.end();
  });
  beforeAll(() => new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening)));
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });
  const base = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    headers: () => headers,
    browser() {
      const path = `/push/${randomBytes(12).toString('hex')}`;
      const keys = createECDH('prime256v1');
      const p256dh = keys.generateKeys();
      const auth = randomBytes(16);
      const pushed: unknown[] = [];
      let status = 201;
      browsers.set(path, {
        receive(body) {
          if (status < 300) pushed.push(JSON.parse(decrypted(body, keys, auth)));
          return status;
        },
      });
      return {
        subscription: () => ({
          endpoint: base() + path,
          p256dh: p256dh.toString('base64url'),
          auth: auth.toString('base64url'),
        }),
        pushed: () => pushed,
        answers: (next) => {
          status = next;
        },
      };
    },
  };
}

/** RFC 8291, section 3.4, and RFC 8188 for one record. */
function decrypted(body: Buffer, keys: ReturnType<typeof createECDH>, auth: Buffer): string {
  const salt = body.subarray(0, 16);
  const length = body[20]!;
  const sender = body.subarray(21, 21 + length);
  const sealed = body.subarray(21 + length);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), keys.getPublicKey(), sender]);
  const secret = Buffer.from(hkdfSync('sha256', keys.computeSecret(sender), auth, info, 32));
  const derive = (name: string, size: number) =>
    Buffer.from(hkdfSync('sha256', secret, salt, `Content-Encoding: ${name}\0`, size));
  const decipher = createDecipheriv('aes-128-gcm', derive('aes128gcm', 16), derive('nonce', 12));
  decipher.setAuthTag(sealed.subarray(-16));
  const padded = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
  return padded.subarray(0, padded.lastIndexOf(2)).toString('utf8');
}

/** RFC 8292: a JWT signed with the key that the subscription was made with. */
function isSigned(authorization: string, vapidPublicKey: string): boolean {
  const [, token = '', key = ''] = /^vapid t=([^,]+), ?k=(\S+)$/.exec(authorization) ?? [];
  if (key !== vapidPublicKey) return false;
  const [head, claims, signature = ''] = token.split('.');
  const point = Buffer.from(vapidPublicKey, 'base64url');
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  };
  const publicKey = createPublicKey({ key: jwk, format: 'jwk' });
  const proof = { key: publicKey, dsaEncoding: 'ieee-p1363' } as const;
  return verify('sha256', Buffer.from(`${head}.${claims}`), proof, Buffer.from(signature, 'base64url'));
}
