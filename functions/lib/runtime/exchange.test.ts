import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readConfig } from './config.ts';
import { exchanger } from './exchange.ts';

let sub = '';
const web = createServer((_, response) => {
  const claims = Buffer.from(JSON.stringify({ sub, scope: 'read' })).toString('base64url');
  response.end(JSON.stringify({ token: `e30.${claims}.x`, expiresAt: new Date(Date.now() + 120_000) }));
});
beforeAll(() => new Promise<void>((listening) => web.listen(0, '127.0.0.1', listening)));
afterAll(() => {
  web.close();
  web.closeAllConnections();
});

const passOf = (person: string) => {
  sub = person;
  const { port } = web.address() as AddressInfo;
  return exchanger(
    readConfig({ ZERODO_WEB_URL: `http://127.0.0.1:${port}` }),
    () => new Date(),
  )({
    cookie: 'session=1',
  });
};

it('gives a pass for a person', async () => {
  const person = randomUUID();

  expect(await passOf(person)).toMatchObject({ userId: person, scope: ['read'] });
});

it('gives none for somebody who is no person of ours', async () => {
  await expect(passOf('ada')).rejects.toMatchObject({ name: 'Unavailable' });
});
