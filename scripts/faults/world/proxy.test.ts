import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openProxy, type Wire } from './proxy.ts';

describe('what stands between two that talk', () => {
  let server: Server;
  let wire: Wire;
  beforeAll(async () => {
    server = createServer((socket) => {
      socket.on('error', () => {});
      socket.on('data', (said) => socket.write(`heard ${said}`));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    wire = await openProxy(() => (server.address() as AddressInfo).port);
  });
  beforeEach(() => wire.back());
  afterAll(async () => {
    await wire.close();
    server.close();
  });

  /** What was heard until now, and how it ended. */
  const call = () => {
    const socket: Socket & { heard: string; ended: string } = Object.assign(connect(wire.port, '127.0.0.1'), {
      heard: '',
      ended: '',
    });
    socket.on('data', (said) => {
      socket.heard += said;
    });
    socket.on('error', (error: NodeJS.ErrnoException) => {
      socket.ended = error.code!;
    });
    return socket;
  };
  const said = async (words: string) => {
    const socket = call();
    socket.write(words);
    await expect.poll(() => socket.heard).toBe(`heard ${words}`);
    return socket;
  };

  it('passes on what either says', async () => {
    (await said('hello')).destroy();
  });

  it('ends every connection at once', async () => {
    const socket = await said('hello');

    expect(wire.cut()).toBe(1);

    await expect.poll(() => socket.ended).toBe('ECONNRESET');
  });

  it('lets nobody through while it is away', async () => {
    wire.away();
    const socket = call();
    await expect.poll(() => socket.ended).toBe('ECONNRESET');

    wire.back();
    (await said('hello')).destroy();
  });

  it('holds what is said, and passes it on later', async () => {
    const socket = await said('first');
    wire.hold();
    socket.write('second');
    // Whoever goes round it is answered long before this one could be.
    const round = connect((server.address() as AddressInfo).port, '127.0.0.1');
    round.write('third');
    await once(round, 'data');
    round.destroy();
    expect(socket.heard).toBe('heard first');

    wire.back();
    await expect.poll(() => socket.heard).toBe('heard firstheard second');
    socket.destroy();
  });

  it('tears an answer in two', async () => {
    wire.tear(1, () => 0);
    const socket = call();
    socket.write('hello');

    await expect.poll(() => socket.ended).toBe('ECONNRESET');
    expect('heard hello').toContain(socket.heard);
    expect(socket.heard).not.toBe('heard hello');
  });
});
