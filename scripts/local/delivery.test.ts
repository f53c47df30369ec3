import type { Reason } from '@zerodo/store/dead-letters';
import { describe, expect, it } from 'vitest';
import { deliverer } from './delivery.ts';
import type { Delivery } from './schemas.ts';
import type { Reply } from './send.ts';

const spec: Delivery = {
  retry: 3,
  backoffPolicy: 'exponential',
  backoffDelay: 1_000,
  timeout: 5_000,
  deadLetterSink: {
    ref: { apiVersion: 'eventing.knative.dev/v1alpha1', kind: 'KafkaSink', name: 'dead-letters' },
  },
};
const message = { attributes: { id: '1', type: 'dev.zerodo.task.created.v1' }, data: '{}' };

const reply = (status: number, body = '', kne: Record<string, string> = {}): Reply => ({
  status,
  body: Buffer.from(body),
  kne,
});

/** A receiver that gives these answers one after the other, the last one for ever. */
function receiver(answers: (Reply | Error)[], options: { spec?: Delivery; toleratesBody?: boolean } = {}) {
  const seen = { attempts: 0, pauses: [] as number[], deadLetters: [] as Reason[] };
  const stopping = new AbortController();
  const deliver = deliverer({
    spec: options.spec ?? spec,
    destination: 'http://receiver',
    toleratesBody: options.toleratesBody ?? false,
    send: async () => {
      const answer = answers[Math.min(seen.attempts++, answers.length - 1)] as Reply | Error;
      if (answer instanceof Error) throw answer;
      return answer;
    },
    deadLetter: async (_, reason) => {
      seen.deadLetters.push(reason);
    },
    sleep: async (ms) => {
      seen.pauses.push(ms);
    },
    signal: stopping.signal,
  });
  return { seen, stopping, deliver: () => deliver(message) };
}

describe('a delivery', () => {
  it('is done by an empty success', async () => {
    const { seen, deliver } = receiver([reply(204)]);

    expect(await deliver()).toBe('delivered');
    expect(seen).toEqual({ attempts: 1, pauses: [], deadLetters: [] });
  });

  it.each([404, 408, 409, 429, 500, 503])('is tried again after %i', async (status) => {
    const { seen, deliver } = receiver([reply(status), reply(204)]);

    expect(await deliver()).toBe('delivered');
    expect(seen.attempts).toBe(2);
  });

  it('is tried again when no answer came', async () => {
    const { seen, deliver } = receiver([new Error('ECONNRESET'), reply(202)]);

    expect(await deliver()).toBe('delivered');
    expect(seen.attempts).toBe(2);
  });

  it.each([301, 400, 401, 403, 410, 413, 415, 422])('is given up at once after %i', async (status) => {
    const { seen, deliver } = receiver([reply(status)]);

    expect(await deliver()).toBe('dead-lettered');
    expect(seen.attempts).toBe(1);
  });

  it('waits backoffDelay times 2, 4, 8 when exponential, then gives up', async () => {
    const { seen, deliver } = receiver([reply(503)]);

    expect(await deliver()).toBe('dead-lettered');
    expect(seen).toMatchObject({ attempts: 4, pauses: [2_000, 4_000, 8_000] });
  });

  it('waits backoffDelay times 1, 2, 3 when linear', async () => {
    const { seen, deliver } = receiver([reply(503)], { spec: { ...spec, backoffPolicy: 'linear' } });

    await deliver();
    expect(seen.pauses).toEqual([1_000, 2_000, 3_000]);
  });

  it('keeps the reason: where to, the status, the body in base64 and what the receiver said in kne-*', async () => {
    const { seen, deliver } = receiver([reply(422, 'no such thing', { reason: 'invalid-request' })]);

    await deliver();
    expect(seen.deadLetters).toEqual([
      {
        knativeerrordest: 'http://receiver',
        knativeerrorcode: '422',
        knativeerrordata: Buffer.from('no such thing').toString('base64'),
        reason: 'invalid-request',
      },
    ]);
  });

  it('fails at a Trigger when the success has a body, without a code and without another try', async () => {
    const { seen, deliver } = receiver([reply(200, '{"ok":true}')]);

    expect(await deliver()).toBe('dead-lettered');
    expect(seen).toMatchObject({ attempts: 1, deadLetters: [{ knativeerrordest: 'http://receiver' }] });
  });

  it('does not mind a body at a KafkaSource', async () => {
    const { deliver } = receiver([reply(200, '{"ok":true}')], { toleratesBody: true });

    expect(await deliver()).toBe('delivered');
  });

  it('is given back when the runner stops, and no dead letter', async () => {
    const { seen, stopping, deliver } = receiver([new Error('stopping')]);
    stopping.abort(new Error('Zerodo is stopping'));

    await expect(deliver()).rejects.toThrow('Zerodo is stopping');
    expect(seen.deadLetters).toEqual([]);
  });
});
