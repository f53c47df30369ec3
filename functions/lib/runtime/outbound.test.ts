import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OutboundError, openOutbound } from './outbound.ts';

const closed = openOutbound([]);

describe('what an address says', () => {
  it.each([
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://0.0.0.0/',
    'https://10.1.2.3/',
    'https://100.64.0.1/',
    'https://169.254.169.254/latest/meta-data',
    'https://172.31.255.255/',
    'https://192.168.0.1/',
    'https://198.18.0.1/',
    'https://224.0.0.1/',
    'https://255.255.255.255/',
    'https://[::]/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:8.8.8.8]/',
    'https://[::127.0.0.1]/',
    'https://[64:ff9b::10.0.0.1]/',
    'https://[fe80::1]/',
    'https://[fc00::1]/',
    'https://[fd00:ec2::254]/',
    'https://[ff02::1]/',
    'https://[2002:7f00:1::]/',
    'https://[2001:0:1::1]/',
    'https://[64:ff9b:1::1]/',
    'https://[::ffff:169.254.169.254]/',
    'https://[::ffff:0:127.0.0.1]/',
    'https://[fec0::1]/',
    'https://[2001:db8::1]/',
    'https://[3fff::1]/',
    'https://0177.0.0.1/',
    'https://127.1/',
    'https://127.0.0.1./',
    'https://１２７.０.０.１/',
    'https://ⓛocalhost/',
    'https://100.100.100.200/',
    'https://192.0.0.192/',
    'https://localhost/',
    'https://api.localhost./',
  ])('refuses %s, which is inside', (url) => {
    expect(closed.complaintAbout(url)).toMatch('private network');
  });

  it.each([
    ['http://example.com/', 'https'],
    ['ftp://example.com/', 'https'],
    ['file:///etc/passwd', 'https'],
    ['https://ada:secret@example.com/', 'name or password'],
    ['https://example.com:22/', 'Port 22'],
    ['example.com', 'no address'],
    ['https://[fe80::1%25eth0]/', 'no address'],
    ['https://localhost%00.example.com/', 'no address'],
    ['gopher://example.com/', 'https'],
    ['data:text/plain,x', 'https'],
  ])('refuses %s', (url, words) => {
    expect(closed.complaintAbout(url)).toMatch(words);
  });

  it.each([
    'https://example.com/hook?token=1',
    'https://example.com:8443/',
    'https://8.8.8.8/',
    'https://[2606:4700::1]/',
  ])('takes %s', (url) => {
    expect(closed.complaintAbout(url)).toBeNull();
  });

  it('opens what the installation allows, and nothing beside it', () => {
    const opened = openOutbound(['hooks.internal', '10.0.0.0/8', '127.0.0.1', 'fd00::/8']);

    for (const url of [
      'http://hooks.internal/',
      'http://10.9.9.9:8080/',
      'https://127.0.0.1/',
      'https://[fd00::1]/',
    ]) {
      expect(opened.complaintAbout(url)).toBeNull();
    }
    for (const url of [
      'http://other.internal/',
      'https://127.0.0.2/',
      'https://[fc00::1]/',
      'https://[::ffff:10.0.0.1]/',
    ]) {
      expect(opened.complaintAbout(url)).not.toBeNull();
    }
  });
});

describe('a call to the outside', () => {
  let port: number;
  let answers: RequestListener;
  let connections = 0;
  const server = createServer((request, response) => answers(request, response));
  server.on('connection', () => connections++);
  beforeAll(async () => {
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });
  const open = openOutbound(['127.0.0.1', 'here.test'], (_, __, done) =>
    done(null, [{ address: '127.0.0.1', family: 4 }]),
  );
  const failure = (call: Promise<unknown>) => call.then(() => null).catch((error: OutboundError) => error);

  it('sends what it is given and answers with the head', async () => {
    const got: unknown[] = [];
    answers = async (request, response) => {
      const chunks = await Array.fromAsync(request as AsyncIterable<Buffer>);
      got.push(request.url, request.headers['x-mine'], Buffer.concat(chunks).toString());
      response.writeHead(202, { 'retry-after': '7' }).end('ignored');
    };

    const answer = await open.call(`http://here.test:${port}/a?b=1`, {
      headers: { 'x-mine': 'yes' },
      body: '{"ö":1}',
    });

    expect(answer).toEqual({ status: 202, headers: expect.objectContaining({ 'retry-after': '7' }) });
    expect(got).toEqual(['/a?b=1', 'yes', '{"ö":1}']);
  });

  it('looks at the address that is connected to, not at the one that a name had when it was checked', async () => {
    const before = connections;
    const addresses = ['93.184.215.14', '127.0.0.1'];
    const rebinding = openOutbound([], (_, __, done) =>
      done(null, [{ address: addresses.shift()!, family: 4 }]),
    );
    // What a check by resolving would have seen.
    addresses.shift();

    expect(rebinding.complaintAbout(`https://rebind.test:${port}/`)).toBeNull();
    const error = await failure(rebinding.call(`https://rebind.test:${port}/`));

    expect(error).toMatchObject({ refused: true, message: expect.stringContaining('private network') });
    expect(connections).toBe(before);
  });

  it('connects to none of the addresses inside, whatever others the name has', async () => {
    const before = connections;
    const both = openOutbound([], (_, __, done) =>
      done(null, [
        { address: '127.0.0.1', family: 4 },
        { address: '::ffff:127.0.0.1', family: 6 },
        { address: 'fe80::1', family: 6 },
      ]),
    );

    expect(await failure(both.call(`https://both.test:${port}/`))).toMatchObject({ refused: true });
    expect(connections).toBe(before);
  });

  it.each([
    ...['127.0.0.1', '0.0.0.0', '10.0.0.1', '100.64.0.1', '169.254.169.254', '172.16.0.1', '192.168.1.1'],
    ...['::1', '::', '::ffff:127.0.0.1', '::127.0.0.1', '64:ff9b::7f00:1', '64:ff9b:1::7f00:1', 'fe80::1'],
    ...['fc00::1', 'fd00:ec2::254', 'fec0::1', '2002:7f00:1::', '2001:0:7f00:1::', 'ff02::1'],
  ])('connects to nobody when a name turns out to be %s', async (address) => {
    const before = connections;
    const family = address.includes(':') ? 6 : 4;
    const inside = openOutbound([], (_, __, done) => done(null, [{ address, family }]));

    const error = await failure(inside.call(`https://inside.test:${port}/`));

    expect(error).toMatchObject({ refused: true, message: expect.stringContaining('private network') });
    expect(connections).toBe(before);
  });

  it('asks for the name once, and connects to what it was told', async () => {
    const before = connections;
    const told = ['127.0.0.1', '169.254.169.254'];
    let asked = 0;
    const changing = openOutbound(['here.test'], (_, __, done) =>
      done(null, [{ address: told[asked++]!, family: 4 }]),
    );
    answers = (_, response) => response.writeHead(204).end();

    expect(await changing.call(`http://here.test:${port}/`)).toMatchObject({ status: 204 });
    expect([asked, connections]).toEqual([1, before + 1]);
  });

  it.each([301, 302, 303, 307, 308])('does not follow a redirect with %i', async (status) => {
    const before = connections;
    answers = (_, response) => response.writeHead(status, { location: `http://here.test:${port}/` }).end();

    expect(await open.call(`http://here.test:${port}/`)).toMatchObject({ status });
    expect(connections).toBe(before + 1);
  });

  it('gives up on one that does not answer, in words that hold no query', async () => {
    answers = () => {};

    const error = await failure(open.call(`http://here.test:${port}/p?token=secret`, { timeoutMs: 50 }));

    expect(error).toBeInstanceOf(OutboundError);
    expect(error!.message).toBe('here.test did not answer within 0.05 seconds.');
  });

  it('keeps at most 16 KiB of an answer, and none of it when nobody asked', async () => {
    answers = (_, response) => {
      response.writeHead(200);
      const endless = () => response.write(Buffer.alloc(8 * 1024)) && setImmediate(endless);
      response.on('drain', endless);
      endless();
    };

    expect((await open.call(`http://here.test:${port}/`, { keepBody: true })).body).toHaveLength(16 * 1024);
    expect(await open.call(`http://here.test:${port}/`)).not.toHaveProperty('body');
  });

  it('does not wait for ever on one that would change the protocol', async () => {
    answers = (request) => {
      request.socket.end('HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n');
    };

    expect(await failure(open.call(`http://here.test:${port}/`, { timeoutMs: 500 }))).toBeInstanceOf(
      OutboundError,
    );
  });

  it('says in words why there is no answer', async () => {
    answers = (request) => request.socket.destroy();
    const unknown = openOutbound([], (_, __, done) =>
      done(Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' }), []),
    );

    expect((await failure(open.call(`http://here.test:${port}/`)))!.message).toMatch('closed the connection');
    expect((await failure(unknown.call('https://nobody.test/')))!.message).toBe(
      'The name nobody.test is not known.',
    );
  });
});
