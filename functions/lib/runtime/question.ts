import type { IncomingMessage } from 'node:http';
import type { Result } from './answer.ts';
import { parseJson } from './body.ts';
import type { Definition } from './definition.ts';
import type { Facts } from './facts.ts';
import { type Link, runLink } from './link.ts';
import { type Query, runQuery } from './query.ts';
import { checkScope } from './scope.ts';
import type { Services } from './services.ts';
import { within } from './telemetry/within.ts';
import { beginStep, SpanKind } from './trace.ts';
import { Unreadable } from './unreadable.ts';

/**
 * Answers a request that is no event: the query or the link that its path names.
 *
 * @throws Rejected, Unreadable, Unavailable, or whatever a handler throws
 */
export async function question(
  request: IncomingMessage,
  body: Buffer,
  definitions: readonly Definition[],
  services: Services,
  facts: Facts,
): Promise<Result> {
  const name = new URL(request.url ?? '/', 'http://function').pathname.slice(1);
  const found = definitions.find(
    (one): one is Query | Link => (one.kind === 'query' || one.kind === 'link') && one.name === name,
  );
  if (!found) {
    throw new Unreadable(
      'not-a-cloudevent',
      'The request carries no CloudEvent and names no query of this function.',
    );
  }
  const parent = String(request.headers.traceparent ?? '');
  const step = beginStep(found.name, { parent, kind: SpanKind.SERVER });
  Object.assign(facts, { type: name, traceId: step.traceId });
  return within(step, () => answer(found, request, body, services, facts, step.traceparent));
}

async function answer(
  found: Query | Link,
  request: IncomingMessage,
  body: Buffer,
  { verify, app, worker, now, newId, config, announce }: Services,
  facts: Facts,
  traceparent: string,
): Promise<Result> {
  const contentType = request.headers['content-type'] ?? '';
  if (!/^application\/json\s*(;|$)/i.test(contentType)) {
    throw new Unreadable('unsupported-media-type', 'Send JSON: content-type application/json.');
  }
  const asked = parseJson(body);
  if (found.kind === 'link') {
    const call = { sql: app, now, newId, config, traceparent, announced: announce };
    return { outcome: 'done', status: 200, body: await runLink(found, asked, call) };
  }
  const person = await verify(request.headers.authorization);
  const { id: userId, scope } = person;
  facts.userId = userId;
  checkScope(scope, found.scope ?? 'read');
  return {
    outcome: 'done',
    status: 200,
    body: await runQuery(found, asked, { app, worker, now, userId, person, config }),
  };
}
