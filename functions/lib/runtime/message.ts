import type { IncomingMessage } from 'node:http';
import type { Result } from './answer.ts';
import type { Incoming } from './cloudevent.ts';
import { runCommand } from './command.ts';
import type { Definition } from './definition.ts';
import { runDelivery } from './delivery.ts';
import { type Facts, noteSeen, uuidOf } from './facts.ts';
import { runReaction } from './reaction.ts';
import { runRecorder } from './recorder.ts';
import { checkScope } from './scope.ts';
import type { Services } from './services.ts';
import { countFacts, type Deed, secondsSince } from './telemetry/deeds.ts';
import { observe } from './telemetry/record.ts';
import { takesEvents } from './telemetry/within.ts';
import { runTick } from './tick.ts';

/**
 * Has a definition handle an event that it accepts.
 *
 * @throws Rejected, Unreadable, Unavailable, or whatever a handler throws
 */
export async function message(
  definition: Definition,
  event: Incoming,
  request: IncomingMessage,
  services: Services,
  facts: Facts,
  traceparent: string,
): Promise<Result> {
  const { app, worker, now, newId, config, log } = services;
  const cause: Deed['cause'] = definition.kind === 'tick' ? null : event;
  const announce: Services['announce'] = (events, remindsAt) => {
    countFacts(events, { function: definition.name, cause, now: now() });
    services.announce(events, remindsAt);
  };
  if (takesEvents(definition) && event.time) observe('event.lag', secondsSince(event.time, now()), {});
  const done: Result = { outcome: 'done', status: 200, body: {} };
  if (definition.kind === 'command') {
    const person = await services.verify(request.headers.authorization);
    Object.assign(facts, { userId: person.id, taskId: uuidOf(Object(event.data).taskId) });
    checkScope(person.scope, definition.scope ?? 'write');
    const call = { sql: app(), now, newId, config, person, traceparent };
    const { answer, created, events, remindsAt, seen } = await runCommand(definition, event, call);
    noteSeen(seen, facts);
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
    if (seen !== null) noteSeen(seen, facts);
    announce(events);
  } else if (definition.kind === 'recorder') {
    if (event.userid) facts.userId = event.userid;
    await runRecorder(definition, event, worker());
  } else if (definition.kind === 'delivery') {
    const { events } = await runDelivery(definition, event, { worker, now, newId, config, log, traceparent });
    announce(events);
  } else if (definition.kind === 'tick') {
    await runTick(definition, { ...services, causeId: event.id, traceparent, announced: announce });
  }
  return done;
}
