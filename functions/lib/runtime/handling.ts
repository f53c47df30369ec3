import type { IncomingMessage } from 'node:http';
import { Rejected } from '@zerodo/domain/rejected';
import { missingScope, permits, type Scope } from '@zerodo/domain/scopes';
import type { Result } from './answer.ts';
import { parseJson } from './body.ts';
import { carriesEvent, type Incoming, readEvent } from './cloudevent.ts';
import { type Collector, runCollector } from './collector.ts';
import { runCommand } from './command.ts';
import type { Definition } from './definition.ts';
import { runDelivery } from './delivery.ts';
import { type Link, runLink } from './link.ts';
import { type Query, runQuery } from './query.ts';
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
  /** How often the message had come by then, where it is claimed. */
  seen?: number;
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
  const collector = definitions.find((one) => one.kind === 'collector');
  if (collector) return collected(collector, request, body, services, facts);
  if (!carriesEvent(request.headers)) return question(request, body, definitions, services, facts);
  const event = readEvent(request.headers, body);
  const step = nextStep(event.traceparent);
  Object.assign(facts, { eventId: event.id, type: event.type, taskId: event.subject, traceId: step.traceId });
  const definition = definitions.find((one) => acceptsType(one, event.type));
  if (!definition) throw new Unreadable('unexpected-type', `This function does not take ${event.type}.`);
  return message(definition, event, request, services, facts, step.traceparent);
}

/** What it is fed with need not be readable, so nothing of it is believed but where it belongs. */
async function collected(
  collector: Collector,
  { headers }: IncomingMessage,
  body: Buffer,
  { worker }: Services,
  facts: Facts,
): Promise<Result> {
  const [eventId, type] = [String(headers['ce-id'] ?? ''), String(headers['ce-type'] ?? '')];
  const { traceId } = nextStep(String(headers['ce-traceparent'] ?? headers.traceparent ?? ''));
  Object.assign(facts, { eventId, type, traceId });
  await runCollector(collector, headers, body, worker);
  return { outcome: 'done', status: 200, body: {} };
}

function acceptsType(definition: Definition, type: string): boolean {
  if (definition.kind === 'command') return definition.accepts.type === type;
  if (definition.kind === 'reaction' || definition.kind === 'delivery') {
    return definition.accepts.includes(type as never);
  }
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
  const { app, worker, now, newId, config, log, announce } = services;
  const done: Result = { outcome: 'done', status: 200, body: {} };
  if (definition.kind === 'command') {
    const person = await services.verify(request.headers.authorization);
    Object.assign(facts, { userId: person.id, taskId: (event.data as { taskId?: string } | null)?.taskId });
    checkScope(person.scope, definition.scope ?? 'write');
    const call = { sql: app(), now, newId, config, person, traceparent };
    const { answer, created, events, remindsAt, seen } = await runCommand(definition, event, call);
    facts.seen = seen;
    announce(events, remindsAt);
    return { ...done, status: created ? 201 : 200, body: answer };
  }
  if (definition.kind === 'reaction') {
    if (event.userid) facts.userId = event.userid;
    const { events, seen } = await runReaction(definition, event, {
      app,
      worker,
      now,
      newId,
      config,
      traceparent,
    });
    if (seen !== null) facts.seen = seen;
    announce(events);
  } else if (definition.kind === 'delivery') {
    const { events } = await runDelivery(definition, event, { worker, now, newId, config, log, traceparent });
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
  { verify, app, worker, now, newId, config, announce }: Services,
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
  const { traceparent, traceId } = nextStep(String(request.headers.traceparent ?? ''));
  Object.assign(facts, { type: name, traceId });
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

function checkScope(given: readonly string[], needed: Scope): void {
  if (!permits(given, needed)) throw new Rejected('scope-missing', missingScope(needed));
}
