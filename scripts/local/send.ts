import { request as open } from 'node:http';
import { headersOf } from '@zerodo/log/http-message';
import type { Message } from '@zerodo/store/dead-letters';
import type { Service } from './service.ts';

/** What the receiver said; `kne` are its `kne-*` headers without the prefix. */
export type Reply = { status: number; body: Buffer; kne: Record<string, string> };

/** Knative keeps the first kilobyte of a failure's body. */
const KEPT_BODY = 1024;

/**
 * Posts an event to a Service. `timeoutMs` includes the wait for its start, as on a cluster.
 *
 * @throws Error when no answer came: not started, connection lost, time up
 */
export async function send(
  service: Service,
  message: Message,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<Reply> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
  const acquired = service.acquire(message.attributes.type ?? 'an event');
  const target = await Promise.race([acquired, failed(limit)]).catch((error) => {
    acquired.then(() => service.release()).catch(() => undefined);
    throw error;
  });
  try {
    return await post(target, message, limit);
  } finally {
    service.release();
  }
}

const failed = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }));

function post(
  target: Awaited<ReturnType<Service['acquire']>>,
  message: Message,
  signal: AbortSignal,
): Promise<Reply> {
  const { agent, socketPath } = target;
  return new Promise((resolve, reject) => {
    const headers = { host: 'localhost', ...headersOf(message) };
    const request = open({ agent, socketPath, method: 'POST', path: '/', headers, signal }, (response) => {
      const kept: Buffer[] = [];
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        if (size < KEPT_BODY) kept.push(chunk.subarray(0, KEPT_BODY - size));
        size += chunk.length;
      });
      response.once('error', reject);
      response.once('end', () => {
        const kne = Object.fromEntries(
          Object.entries(response.headers).flatMap(([name, value]) =>
            name.startsWith('kne-') ? [[name.slice(4), String(value)]] : [],
          ),
        );
        resolve({ status: response.statusCode as number, body: Buffer.concat(kept), kne });
      });
    });
    request.once('error', reject);
    request.end(message.data);
  });
}
