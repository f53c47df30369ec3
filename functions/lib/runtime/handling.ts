import type { IncomingMessage } from 'node:http';
import { Rejected } from '@zerodo/domain/rejected';
import type { Result } from './answer.ts';
import { parseJson } from './body.ts';
import { carriesEvent, type Incoming, readEvent } from './cloudevent.ts';
import { runCommand } from './command.ts';
import type { Definition } from './definition.ts';
import { runQuery } from './query.ts';
import { runReaction } from './reaction.ts';
import type { Services } from './services.ts';
import { runTick, tickTypes } from './tick.ts';
import { nextStep } from './trace.ts';
import { Unreadable } from './unreadable.ts';

/** What a log line says about a message; filled in as it becomes known. */
export type Facts = {
  eventId?: string;
  type?: string;
  taskId?: string | undefined;
  userId?: string;
  traceId?: string;
};

/**
 * Does what a request asks for: a CloudEvent goes to the definition that accepts its type, any
 * other JSON to the query that the path names.
 *
 * @throws Rejected, Unreadable, Unavailable, or whatever a handler throws
 */
export async function handleRequest(
  request: IncomingMessage,
  body: Buffer,
  definitions: readonly Definition[],
  services: Services,
  facts: Facts,
): Promise<Result> {
  if (!carriesEvent(request.headers)) return question(request, body, definitions, services, facts);
  const event = readEvent(request.headers, body);
  const step = nextStep(event.traceparent);
  Object.assign(facts, { eventId: event.id, type: event.type, taskId: event.subject, traceId: step.traceId });
  const definition = definitions.find((one) => acceptsType(one, event.type));
  if (!definition) throw new Unreadable('unexpected-type', `This function does not take ${event.type}.`);
  return message(definition, event, request, services, facts, step.traceparent);
}

function acceptsType(definition: Definition, type: string): boolean {
  if (definition.kind === 'command') return definition.accepts.type === type;
  if (definition.kind === 'reaction') return definition.accepts.includes(type as never);
  return definition.kind === 'tick' && (tickTypes as readonly string[]).includes(type);
}

async function message(
  definition: Definition,
  event: Incoming,
  request: IncomingMessage,
  services: Services,
  facts: Facts,
  traceparent: string,
): Promise<Result> {
  const { app, worker, now, newId, announce } = services;
  const done: Result = { outcome: 'done', status: 200, body: {} };
  if (definition.kind === 'command') {
    const person = await services.verify(request.headers.authorization);
    Object.assign(facts, { userId: person.id, taskId: (event.data as { taskId?: string } | null)?.taskId });
    if (!person.scope.includes('write')) {
      throw new Rejected('scope-missing', 'This token may read only: use one with the scope write.');
    }
    const call = { sql: app(), now, newId, person, traceparent };
    const { answer, created, events } = await runCommand(definition, event, call);
    announce(events);
    return { ...done, status: created ? 201 : 200, body: answer };
  }
  if (definition.kind === 'reaction') {
    if (event.userid) facts.userId = event.userid;
    const { events } = await runReaction(definition, event, { app, worker, now, newId, traceparent });
    announce(events);
  } else if (definition.kind === 'tick') {
    await runTick(definition, { ...services, causeId: event.id, traceparent, announced: announce });
  }
  return done;
}

async function question(
  request: IncomingMessage,
  body: Buffer,
  definitions: readonly Definition[],
  { verify, app, now }: Services,
  facts: Facts,
): Promise<Result> {
  const name = new URL(request.url ?? '/', 'http://function').pathname.slice(1);
  const query = definitions.find((one) => one.kind === 'query' && one.name === name);
  if (query?.kind !== 'query') {
    throw new Unreadable(
      'not-a-cloudevent',
      'The request carries no CloudEvent and names no query of this function.',
    );
  }
  facts.type = name;
  facts.traceId = nextStep(String(request.headers.traceparent ?? '')).traceId;
  const contentType = request.headers['content-type'] ?? '';
  if (!/^application\/json\s*(;|$)/i.test(contentType)) {
    throw new Unreadable('unsupported-media-type', 'Send JSON: content-type application/json.');
  }
  const asked = parseJson(body);
  const { id: userId } = await verify(request.headers.authorization);
  facts.userId = userId;
  return { outcome: 'done', status: 200, body: await runQuery(query, asked, { sql: app, now, userId }) };
}
