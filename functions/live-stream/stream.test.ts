import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { until } from '@zerodo/testing/until';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Stream } from './stream.ts';
import { openPage } from './test-page.ts';

const server = createServer();
beforeAll(() => new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening)));
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

it('closes a client that does not read, and keeps one that does', async () => {
  const opened = async () => {
    const page = openPage(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, {});
    const [, response] = (await once(server, 'request')) as [unknown, ServerResponse];
    const stream = new Stream(response, { userId: 'ada', credentials: {}, now: 0, endsAt: 1 });
    stream.write(Buffer.from(':\n\n'));
    return { page: await page, stream, response };
  };
  const [asleep, awake] = [await opened(), await opened()];
  asleep.page.response.pause();
  const frame = Buffer.from(`data: "${'x'.repeat(64 * 1024)}"\n\n`);

  await until(() => {
    asleep.stream.write(frame);
    awake.stream.write(frame);
    return !asleep.stream.isOpen;
  });

  expect(asleep.response.destroyed).toBe(true);
  expect(awake.stream.isOpen).toBe(true);
  awake.page.leave();
});
