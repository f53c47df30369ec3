import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { readConfig } from '@zerodo/runtime/config';
import type { Definition } from '@zerodo/runtime/definition';
import { serverFor } from '@zerodo/runtime/serve';
import { openServices, type Services } from '@zerodo/runtime/services';
import { afterAll, beforeAll } from 'vitest';
import type { TestDatabase } from './database.ts';
import { type Issuer, testIssuer } from './issuer.ts';

export type Answered = {
  status: number;
  headers: Headers;
  text: string;
  /** What came back is what the test is about, so its shape is not assumed. */
  // biome-ignore lint/suspicious/noExplicitAny: see above
  json: any;
};

export type TestFunction = {
  url: () => string;
  issuer: Issuer;
  services: () => Services;
  /** Sends a CloudEvent in binary mode; as `user` when one is named, waiting for the answer. */
  command: (type: string, data: object, user: string, options?: { id?: string }) => Promise<Answered>;
  event: (type: string, data: object, attributes?: Record<string, string>) => Promise<Answered>;
  tick: () => Promise<Answered>;
  ask: (query: string, args: object, user: string) => Promise<Answered>;
  post: (headers: Record<string, string>, body: string | Uint8Array, path?: string) => Promise<Answered>;
};

/** A function behind its real server on a real port, with the roles that it has in production. */
export function testFunction(
  exported: Definition | readonly Definition[],
  database: TestDatabase,
  { now = () => new Date(), env = {} }: { now?: () => Date; env?: Record<string, string> } = {},
): TestFunction {
  const issuer = testIssuer();
  const definitions = [exported].flat() as Definition[];
  let services: Services | undefined;
  let server: ReturnType<typeof serverFor>;

  beforeAll(async () => {
    const config = readConfig({
      ZERODO_APP_DATABASE_URL: database.url('zerodo_app'),
      ZERODO_WORKER_DATABASE_URL: database.url('zerodo_worker'),
      ZERODO_JWKS_URL: issuer.jwksUrl(),
      ZERODO_LOG_LEVEL: 'silent',
      ...env,
    });
    // The framework's registry is one a process: each test file's functions get names of their own.
    services = openServices(definitions[0]!.name, config, now);
    server = serverFor(`${definitions[0]!.name}-${randomUUID()}`, definitions, services);
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  });
  afterAll(async () => {
    if (!services) return;
    services.drain();
    server.close();
    server.closeAllConnections();
    await services.close();
  });

  const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const post: TestFunction['post'] = async (headers, body, path = '/') => {
    const response = await fetch(url() + path, { method: 'POST', headers, body: body as string });
    const text = await response.text();
    const isJson = text !== '' && /json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : {} };
  };
  const binary = (type: string, attributes: Record<string, string> = {}) => ({
    'content-type': 'application/json',
    'ce-specversion': '1.0',
    'ce-id': randomUUID(),
    'ce-source': '/test',
    'ce-type': type,
    ...Object.fromEntries(Object.entries(attributes).map(([name, value]) => [`ce-${name}`, value])),
  });

  return {
    url,
    issuer,
    services: () => services!,
    post,
    command: async (type, data, user, { id = randomUUID() } = {}) =>
      post(
        {
          ...binary(type, { id }),
          prefer: 'return=representation',
          authorization: `Bearer ${await issuer.token(user)}`,
        },
        JSON.stringify(data),
      ),
    event: (type, data, attributes) => post(binary(type, attributes), JSON.stringify(data)),
    tick: () => post(binary('dev.zerodo.tick.v1'), ''),
    ask: async (query, args, user) =>
      post(
        { 'content-type': 'application/json', authorization: `Bearer ${await issuer.token(user)}` },
        JSON.stringify(args),
        `/${query}`,
      ),
  };
}
