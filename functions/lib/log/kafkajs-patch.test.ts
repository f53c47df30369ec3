import { createRequire } from 'node:module';
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
