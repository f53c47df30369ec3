import type { IncomingMessage } from 'node:http';
import type { Result } from './answer.ts';
import { carriesEvent, readEvent } from './cloudevent.ts';
import { type Collector, runCollector } from './collector.ts';
import type { Definition } from './definition.ts';
import { type Facts, uuidOf } from './facts.ts';
import { message } from './message.ts';
import { question } from './question.ts';
import type { Services } from './services.ts';
import { stepName, takesEvents, within } from './telemetry/within.ts';
import { isTick } from './tick.ts';
import { beginStep, SpanKind } from './trace.ts';
import { Unreadable } from './unreadable.ts';

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
  const definition = definitions.find((one) => acceptsType(one, event.type));
  const step = beginStep(definition ? stepName(definition, event.type) : 'unexpected type', {
    parent: event.traceparent,
    kind: definition && takesEvents(definition) ? SpanKind.CONSUMER : SpanKind.SERVER,
    ...(definition && { attributes: { 'cloudevents.event_type': event.type } }),
  });
  Object.assign(facts, {
    eventId: event.id,
    type: event.type,
    taskId: uuidOf(event.subject),
    traceId: step.traceId,
  });
  return within(step, () => {
    if (!definition) throw new Unreadable('unexpected-type', `This function does not take ${event.type}.`);
    return message(definition, event, request, services, facts, step.traceparent);
  });
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
  const parent = String(headers['ce-traceparent'] ?? headers.traceparent ?? '');
  const step = beginStep('collect', { parent, kind: SpanKind.CONSUMER });
  Object.assign(facts, { eventId, type, traceId: step.traceId });
  return within(step, async () => {
    await runCollector(collector, headers, body, worker);
    return { outcome: 'done', status: 200, body: {} };
  });
}

function acceptsType(definition: Definition, type: string): boolean {
  if (definition.kind === 'command') return definition.accepts.type === type;
  if (takesEvents(definition)) return definition.accepts.includes(type);
  return definition.kind === 'tick' && isTick(type);
}
