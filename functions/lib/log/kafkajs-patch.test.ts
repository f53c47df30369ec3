import { once } from 'node:events';
import { createRequire } from 'node:module';
import { type AddressInfo, connect, createServer } from 'node:net';
import { expect, it } from 'vitest';

const require = createRequire(import.meta.url);

it('runs the kafkajs that scripts/patches was made for, patched', () => {
  const { version } = require('kafkajs/package.json');
  const RequestQueue = require('kafkajs/src/network/requestQueue');
  const queue = new RequestQueue({
    maxInFlightRequests: 1,
    requestTimeout: 1_000,
    clientId: 'test',
    broker: 'test',
  });

  queue.scheduleCheckPendingRequests();

  // As published it sets a timer here for ever, which costs two per cent of a core for each connection.
  expect(queue.throttleCheckTimeoutId).toBeNull();
  expect(version).toBe('2.2.4');
});

it('forgets half an answer when the connection that brought it ends', async () => {
  const Connection = require('kafkajs/src/network/connection');
  const server = createServer((socket) => {
    socket.on('error', () => {});
    // The length of an answer of a hundred bytes, and three of them.
    socket.once('data', () =>
      socket.write(Buffer.from([0, 0, 0, 100, 1, 2, 3]), () => socket.resetAndDestroy()),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const quiet = { debug() {}, info() {}, warn() {}, error() {} };
  const connection = new Connection({
    ...{ host: '127.0.0.1', port, logger: { namespace: () => quiet } },
    ...{ connectionTimeout: 1_000, requestTimeout: 1_000, rejectUnauthorized: true },
    socketFactory: ({ onConnect }: { onConnect: () => void }) => connect(port, '127.0.0.1', onConnect),
  });

  await connection.connect();
  connection.socket.write('x');
  await expect.poll(() => connection.isConnected()).toBe(false);
  await connection.connect();

  // As published it waits for the rest of it, and takes what comes next for that: the process ends by reading beyond its end.
  expect([connection.bytesBuffered, connection.bytesNeeded, connection.chunks]).toEqual([0, 4, []]);
  await connection.disconnect();
  connection.socket.destroy();
  server.close();
});
