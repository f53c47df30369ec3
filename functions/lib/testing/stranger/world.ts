import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { Services } from '@zerodo/runtime/services';
import { afterAll } from 'vitest';
import { vapidKeys } from '../../../../scripts/start/vapid.ts';
import { exchange } from '../../../../web/lib/exchange.ts';
import { settings, testIdentity } from '../../../../web/lib/testing/identity.ts';
import { type TestDatabase, testDatabase } from '../database.ts';
import { everyFunction, type LoadedFunction, serveEveryFunction } from './every-function.ts';

export type Response = { status: number; text: string };
export type Headers = Record<string, string>;

/** All of Zerodo in one process: the web's identity, the gateway, every function, and Postgres with its roles. */
export type World = {
  database: TestDatabase;
  identity: ReturnType<typeof testIdentity>;
  functions: readonly LoadedFunction[];
  /** Signs what `access: anyone` asks for. */
  secretKey: string;
  /** Where webhooks lead, and how often one was called. */
  outside: { url: string; calls: () => number };
  /** A request to the public API, from an address of its own. */
  call: (method: string, path: string, headers: Headers, body?: string) => Promise<Response>;
  /** A request past the gateway, to a function itself. */
  direct: (name: string, path: string, headers: Headers, body?: string) => Promise<Response>;
  /** Where a function itself answers. */
  urlOf: (name: string) => string;
  /** The internal token that a session or an API token is exchanged for. */
  passFor: (headers: Headers) => Promise<string>;
};

export const origin = settings.ZERODO_PUBLIC_URL;
export const operatorAddress = 'olga@example.test';

/** Call it in an async describe. `around` may change what each function stands on. */
export async function testWorld({
  functions,
  around,
}: {
  functions?: readonly LoadedFunction[];
  around?: (services: Services, database: TestDatabase) => void;
} = {}): Promise<World> {
  const database = testDatabase();
  const identity = testIdentity(database, () => told);
  const told = { ZERODO_OPERATORS: [operatorAddress] };
  const web = createServer(async (request, response) => {
    if (request.url === '/healthz/ready') return response.writeHead(200).end();
    const headers = new Headers(request.headers as Record<string, string>);
    const answer =
      request.url === '/api/auth/exchange'
        ? await exchange(identity.auth(), headers, new Date(), { ...settings, ...told })
        : await identity.auth().handler(new Request(`${origin}${request.url}`, { headers }));
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    if (answer.body) return Readable.fromWeb(answer.body as ReadableStream).pipe(response);
    return response.end();
  });
  let called = 0;
  const receiver = createServer((_, response) => {
    called++;
    response.writeHead(204).end();
  });
  const [webUrl, receiverUrl] = [await listening(web), await listening(receiver)];
  const secretKey = randomBytes(32).toString('base64');
  const push = vapidKeys();
  const loaded = functions ?? (await everyFunction());
  const inner: string = await serveEveryFunction(
    loaded,
    (name) => ({
      ZERODO_APP_DATABASE_URL: database.url('zerodo_app'),
      ZERODO_WORKER_DATABASE_URL: database.url('zerodo_worker'),
      ZERODO_DATABASE_POOL: '2',
      ZERODO_WEB_URL: webUrl,
      ZERODO_JWKS_URL: `${webUrl}/api/auth/jwks`,
      ZERODO_ORIGINS: origin,
      ZERODO_PUBLIC_URL: origin,
      ZERODO_RATE_LIMIT: '1000000',
      ZERODO_RATE_BURST: '1000000',
      ZERODO_SECRET_KEY: secretKey,
      ZERODO_OUTBOUND_ALLOW: '127.0.0.1',
      ZERODO_VAPID_PUBLIC_KEY: push.public,
      ZERODO_VAPID_PRIVATE_KEY: push.private,
      // Nobody else wakes anybody: what a test sees is what it asked for.
      ...(callsOthers.includes(name) && { ZERODO_FUNCTION_URL: `${inner}/{function}` }),
    }),
    (services) => around?.(services, database),
  );

  let callers = 0;
  const send = async (url: string, method: string, headers: Headers, body?: string): Promise<Response> => {
    const answer = await fetch(url, {
      method,
      headers: { 'x-forwarded-for': `192.0.2.${++callers}`, ...headers },
      ...(body !== undefined && { body }),
    });
    return { status: answer.status, text: await answer.text() };
  };
  return {
    ...{ database, identity, functions: loaded, secretKey },
    outside: { url: receiverUrl, calls: () => called },
    call: (method, path, headers, body) =>
      send(`${inner}/api-gateway/api/v1${path}`, method, { origin, ...headers }, body),
    direct: (name, path, headers, body = '') => send(`${inner}/${name}${path}`, 'POST', headers, body),
    urlOf: (name) => `${inner}/${name}`,
    passFor: async (headers) => {
      const answer = await fetch(`${webUrl}/api/auth/exchange`, { method: 'POST', headers });
      return ((await answer.json()) as { token: string }).token;
    },
  };
}

async function listening(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const callsOthers = ['api-gateway', 'dead-letter-resend'];
