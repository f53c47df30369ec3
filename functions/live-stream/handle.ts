/**
 * Tells every open page what changes, as server-sent events. An event is a nudge: whoever hears it reads again.
 *
 * in   GET /live with a session or an API token; the topic task-updates
 * out  text/event-stream: id (the event's), data { type, taskId, projectId, version }, or event: reset
 */
import type { ServerResponse } from 'node:http';
import { Rejected } from '@zerodo/domain/rejected';
import { missingScope, permits } from '@zerodo/domain/scopes';
import { kafkaAddress } from '@zerodo/log/kafka-address';
import { defineEdge } from '@zerodo/runtime/edge';
import { credentialOf } from '@zerodo/runtime/exchange';
import { Unreadable } from '@zerodo/runtime/unreadable';
import { Stream } from './stream.ts';
import { Streams } from './streams.ts';

/** Below the Service's timeoutSeconds (600), and not the same for all, so that they do not come back at once. */
const longestMs = 570_000;
const spreadMs = 60_000;

const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no',
  // A stream is the last thing on its connection: when it ends nothing is left to wait for.
  connection: 'close',
};

export default defineEdge({
  name: 'live-stream',
  needs: ['ZERODO_WORKER_DATABASE_URL'],
  check: kafkaAddress,

  open(context) {
    const streams = new Streams(context);

    return async (request, response) => {
      if (request.method !== 'GET') throw new Unreadable('method-not-allowed', 'A stream is read with GET.');
      const credentials = credentialOf(request.headers);
      const { userId, scope } = await context.exchange(credentials, response);
      // A token for the calendar feed reads nothing else, nor does one that only writes.
      if (!permits(scope, 'read')) throw new Rejected('scope-missing', missingScope('read'));
      // Gone meanwhile: its `close` is over and would not give a place back.
      if (response.destroyed) return;
      const now = context.now().getTime();
      const endsAt = now + longestMs - Math.random() * spreadMs;
      const stream = new Stream(response, { userId, credentials, now, endsAt });
      if (!streams.hold(stream)) return tooMany(response);
      response.once('close', () => streams.remove(stream));
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      await streams.add(stream, lastEventId(request.headers));
    };
  },
});

/** Somebody who closes a page can come back at once; the pause is for a program that would ask all the time. */
function tooMany(response: ServerResponse): never {
  response.setHeader('retry-after', 30);
  throw new Rejected('rate-limited', 'Too many streams are open: close one, or wait as Retry-After says.');
}

function lastEventId(given: NodeJS.Dict<string | string[]>): string | undefined {
  const id = given['last-event-id'];
  return typeof id === 'string' && id !== '' ? id : undefined;
}
