import type { ServerResponse } from 'node:http';
import type { Health } from '@zerodo/domain/health';
import { sendJson } from '@zerodo/runtime/answer';
import { send } from '@zerodo/runtime/http-json';

/** Whoever asks wants to know now, and not after a start from nothing. */
const patienceMs = 5_000;

/**
 * Tells anybody whether the gateway and the web answer: 200 when both do, else 503. That the question came this far is the
 * gateway's own answer.
 */
export async function answerHealth(webUrl: string, response: ServerResponse): Promise<void> {
  const web = await send(`${webUrl}/healthz/ready`, { method: 'GET', timeout: patienceMs }).then(
    ({ status }) => status === 200,
    () => false,
  );
  const health: Health = {
    status: web ? 'ok' : 'trouble',
    parts: { gateway: 'ok', web: web ? 'ok' : 'unreachable' },
  };
  response.setHeader('cache-control', 'no-store');
  if (!web) response.setHeader('retry-after', '5');
  sendJson(response, web ? 200 : 503, health, 'application/json');
}
