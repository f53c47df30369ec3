import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { testDatabase } from '@zerodo/testing/database';
import { testFunction } from '@zerodo/testing/functions';
import { afterAll } from 'vitest';
import apiGateway from './handle.ts';

type Seen = { function: string; headers: IncomingMessage['headers']; body: Record<string, unknown> };

/** The gateway with everything around it: who asks through it, what is behind it, and what that saw. */
export async function testGateway() {
  const user = randomUUID();
  const seen: Seen[] = [];
  const state = {
    /** How often the web was asked who somebody is. */
    exchanges: 0,
    /** What the web answers its own probe. */
    webStatus: 200,
    /** What every function answers. */
    answer: {
      status: 200,
      headers: { 'content-type': 'application/json', etag: '"7"' } as Record<string, string>,
      body: '{"version":7}',
    },
  };

  /** Outside the gateway's walls: the functions that it calls and the web that knows who calls. */
  const inside = createServer(async (request, response) => {
    const body = Buffer.concat(await Array.fromAsync(request as AsyncIterable<Buffer>)).toString();
    if (request.url === '/api/auth/exchange') {
      state.exchanges += 1;
      const shown = request.headers.authorization?.replace('Bearer ', '') ?? request.headers.cookie;
      if (!shown?.startsWith('session=')) return response.writeHead(401).end();
      const scope = shown.endsWith('reader')
        ? 'read'
        : shown.endsWith('calendar')
          ? 'calendar'
          : 'read write';
      const claims = Buffer.from(JSON.stringify({ sub: user, scope })).toString('base64url');
      return response.end(
        JSON.stringify({ token: `h.${claims}.s`, expiresAt: new Date(Date.now() + 120_000) }),
      );
    }
    if (request.url === '/healthz/ready') return response.writeHead(state.webStatus).end();
    seen.push({ function: request.url!, headers: request.headers, body: body ? JSON.parse(body) : {} });
    return response.writeHead(state.answer.status, state.answer.headers).end(state.answer.body);
  });
  inside.listen(0, '127.0.0.1');
  await once(inside, 'listening');
  const base = `http://127.0.0.1:${(inside.address() as AddressInfo).port}`;
  afterAll(() => inside.close());

  const served = testFunction(apiGateway, testDatabase(), {
    env: {
      ZERODO_WEB_URL: base,
      ZERODO_FUNCTION_URL: `${base}/{function}`,
      ZERODO_ORIGINS: 'http://zerodo.test',
      ZERODO_RATE_BURST: '40',
      ZERODO_RATE_LIMIT: '1',
    },
  });
  const call = async (
    method: string,
    path: string,
    {
      body,
      headers = {},
      session = randomUUID(),
    }: { body?: string; headers?: Record<string, string>; session?: string } = {},
  ) => {
    const response = await fetch(`${served.url()}/api/v1${path}`, {
      method,
      headers: {
        cookie: `session=${session}`,
        origin: 'http://zerodo.test',
        ...(body && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body && { body }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, json: text ? JSON.parse(text) : null };
  };
  return { served, call, seen, state };
}
