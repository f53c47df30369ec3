import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { innerDoor, publicDoor, toWeb } from './ingress.ts';
import type { Service } from './service.ts';
import { testServices, until } from './testing/service.ts';

type Seen = { pid: number; url: string; headers: Record<string, string>; body: string };
const seenBy = async (answer: Response): Promise<Seen> => (await answer.json()) as Seen;

describe('the doors', () => {
  const aService = testServices();
  const servers: Server[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) server.close().closeAllConnections();
  });

  const listen = async (handler: Parameters<typeof createServer>[1]): Promise<number> => {
    const server = createServer(handler);
    servers.push(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  };
  const inner = async (service: Service): Promise<string> =>
    `http://127.0.0.1:${await listen(innerDoor(new Map([['tester', service]])))}/tester`;

  it('pass a request on as it is, without what belongs to one connection', async () => {
    const { service } = await aService();

    const answer = await fetch(`${await inner(service)}/rest?q=1`, {
      method: 'POST',
      headers: { 'x-own': 'kept', te: 'trailers', 'x-forwarded-for': '203.0.113.9' },
      body: 'the body',
    });

    const seen = await seenBy(answer);
    expect(seen).toMatchObject({ url: '/rest?q=1', body: 'the body' });
    expect(seen.headers).toMatchObject({ 'x-own': 'kept', 'x-forwarded-for': '127.0.0.1' });
    expect(seen.headers).not.toHaveProperty('te');
  });

  it('pass a body of unknown length on', async () => {
    const { service } = await aService();
    const body = new Blob(['a'.repeat(100_000)]).stream();

    const answer = await fetch(await inner(service), { method: 'POST', body, duplex: 'half' } as RequestInit);

    expect((await seenBy(answer)).body).toHaveLength(100_000);
  });

  it.each(['content-length', 'Host, Content-Length', 'transfer-encoding'])(
    'pass one request on as one, although its Connection names %s',
    async (named) => {
      const seen: unknown[] = [];
      const web = await listen(async (incoming, response) => {
        const body = Buffer.concat(await Array.fromAsync(incoming as AsyncIterable<Buffer>)).toString();
        seen.push([incoming.url, incoming.headers.host, body]);
        response.end();
      });
      const hidden = 'GET /hidden HTTP/1.1\r\nHost: other\r\n\r\n';
      const [length, body] = named.startsWith('transfer')
        ? ['Transfer-Encoding: chunked', `${hidden.length.toString(16)}\r\n${hidden}\r\n0\r\n\r\n`]
        : [`Content-Length: ${hidden.length}`, hidden];
      const socket = connect(await listen(toWeb(web)), '127.0.0.1');

      socket.write(`GET /seen HTTP/1.1\r\nHost: own\r\nConnection: ${named}\r\n${length}\r\n\r\n${body}`);
      await once(socket, 'data');
      socket.destroy();

      expect(seen).toEqual([['/seen', 'own', hidden]]);
    },
  );

  it('stream an answer as it comes', async () => {
    const { service } = await aService();

    const answer = await fetch(`${await inner(service)}/stream`);
    const first = await answer.body?.getReader().read();

    expect(new TextDecoder().decode(first?.value)).toBe('data: first\n\n');
  });

  it('let go of the function when the client has gone', async () => {
    const { service, said } = await aService({ windowMs: 100 });
    const outgoing = request(`${await inner(service)}/stream`).end();
    const [answer] = (await once(outgoing, 'response')) as [IncomingMessage];
    await once(answer, 'data');

    outgoing.destroy();

    await until(() => said.some((line) => line.startsWith('▼')));
  });

  it('let go of the function when the client has gone before it had started', async () => {
    const { service, said } = await aService({ startMs: 500, windowMs: 100, timeoutMs: 60_000 });
    const door = innerDoor(new Map([['tester', service]]));
    const port = await listen((incoming, response) => {
      door(incoming, response);
      outgoing.destroy();
    });
    const outgoing = request(`http://127.0.0.1:${port}/tester/stream`).on('error', () => {});

    outgoing.end();

    await until(() => said.some((line) => line.startsWith('▼')));
  });

  it('answer 503 with Retry-After when the function dies over a request, which is not sent twice', async () => {
    const { service, starts } = await aService();

    const answer = await fetch(`${await inner(service)}/die`, { method: 'POST', body: 'x' });

    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('1');
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(await starts()).toHaveLength(1);
  });

  it('answer 503 when the function cannot start', async () => {
    const { service, breakStarts } = await aService();
    await breakStarts(true);

    const answer = await fetch(await inner(service));

    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ code: 'temporarily-unavailable' });
  });

  it('answer 503 with Retry-After when the time of a request is up', async () => {
    const { service } = await aService({ timeoutMs: 300 });

    const answer = await fetch(`${await inner(service)}/never`);

    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '1']);
  });

  it('know no other function', async () => {
    const { service } = await aService();

    expect((await fetch((await inner(service)).replace('tester', 'other'))).status).toBe(404);
  });

  it('lead the public to the live stream, the API and the web, and to nothing else', async () => {
    const web = await listen((incoming, response) => response.end(`web ${incoming.url}`));
    const [live, api] = [await aService(), await aService()];
    const services = new Map([
      ['live-stream', live.service],
      ['api-gateway', api.service],
    ]);
    const door = `http://127.0.0.1:${await listen(publicDoor(services, toWeb(web)))}`;
    const pidAt = async (path: string) => (await seenBy(await fetch(door + path))).pid;
    const textAt = async (path: string) => (await fetch(door + path)).text();

    expect(await pidAt('/api/v1/tasks?limit=1')).toBe((await api.starts())[0]);
    expect(await pidAt('/api/v1/live?a=1')).toBe((await live.starts())[0]);
    expect(await textAt('/api/auth/session')).toBe('web /api/auth/session');
    expect(await textAt('/task-create')).toBe('web /task-create');
  });

  it('say that the pages are not there, to a person and to a program', async () => {
    const nobody = await listen(undefined);
    servers.pop()?.close();
    const door = `http://127.0.0.1:${await listen(toWeb(nobody))}`;

    const person = await fetch(door, { headers: { accept: 'text/html' } });
    const program = await fetch(door);

    expect([person.status, program.status]).toEqual([502, 502]);
    expect(await person.text()).toContain('This page looks again by itself.');
    expect(await program.json()).toMatchObject({ status: 502 });
  });
});
