import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair } from 'jose';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { remoteKeys } from './remote-keys.ts';

let server: Server;
let asked: number;
let keys: object[];
let status: number;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  [asked, keys, status] = [0, [await key('first')], 200];
  server = createServer((_, response) => {
    asked++;
    response.statusCode = status;
    response.end(JSON.stringify({ keys }));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
});
afterEach(() => {
  vi.useRealTimers();
  server.close();
  server.closeAllConnections();
});

async function key(kid: string): Promise<object> {
  const { publicKey } = await generateKeyPair('ES256');
  return { ...(await exportJWK(publicKey)), kid, alg: 'ES256', use: 'sig' };
}

const open = () => remoteKeys(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
const headed = (kid: string) => ({ alg: 'ES256', kid });
const token = { payload: '', signature: '' };

it('asks for the keys when the first token comes, and once for all who wait', async () => {
  const keyOf = open();
  expect(asked).toBe(0);

  await Promise.all([1, 2, 3].map(() => keyOf(headed('first'), token)));

  expect(asked).toBe(1);
});

it('asks again when the keys are ten minutes old', async () => {
  const keyOf = open();
  await keyOf(headed('first'), token);
  vi.advanceTimersByTime(599_000);
  await keyOf(headed('first'), token);
  expect(asked).toBe(1);

  vi.advanceTimersByTime(2_000);
  keys = [await key('second')];

  await expect(keyOf(headed('first'), token)).rejects.toThrow('no applicable key');
  expect(asked).toBe(2);
});

it('asks again for a key that was not there, and twice a minute at the most', async () => {
  const keyOf = open();
  await keyOf(headed('first'), token);
  keys.push(await key('second'));

  await expect(keyOf(headed('second'), token)).rejects.toThrow('no applicable key');
  expect(asked).toBe(1);

  vi.advanceTimersByTime(31_000);
  await keyOf(headed('second'), token);
  expect(asked).toBe(2);
});

it('fails while the keys cannot be read, and asks anew for the next token', async () => {
  const keyOf = open();
  status = 503;
  await expect(keyOf(headed('first'), token)).rejects.toThrow('The JWKS answered 503');

  status = 200;
  await expect(keyOf(headed('first'), token)).resolves.toBeDefined();
});
