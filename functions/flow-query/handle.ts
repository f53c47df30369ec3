/**
 * Answers operators what the flow page shows: the topology, events on their way with the steps that functions took,
 * dead letters, and how the installation is.
 *
 * in   POST /read-flow, /read-topology, /read-observed, /read-health, /list-dead-letters
 */
import { catalogue, type EventType, topicsOf } from '@zerodo/domain/events';
import {
  type DeadLetter,
  type Flow,
  type FlowEvent,
  listDeadLetters,
  readFlow,
  readTopology,
  type Topology,
} from '@zerodo/domain/flow';
import { readObserved } from '@zerodo/domain/observed';
import { defineOperation } from '@zerodo/runtime/query';
import { traceIdOf } from '@zerodo/runtime/trace';
import * as letters from '@zerodo/store/dead-letters';
import { eventsSince, type PassingEvent, stepsSince } from '@zerodo/store/steps';
import health from './health.ts';
import { readFrom } from './observed.ts';
import { functions } from './topology.generated.ts';

const firstMs = 10 * 60_000;
/** What a transaction under way now has dated, it may commit so much later. */
const overlapMs = 2_000;
const most = { events: 300, steps: 1_000, letters: 200 };

const topics = [...new Set((Object.keys(catalogue) as EventType[]).flatMap(topicsOf)), 'dead-letters'];

export default [
  health,
  defineOperation({
    name: 'read-topology',
    accepts: readTopology,
    handle: async (): Promise<Topology> => ({ functions, topics }),
  }),

  defineOperation({
    name: 'read-flow',
    accepts: readFlow,
    handle: ({ after }, { transaction, now }): Promise<Flow> =>
      transaction(async (tx) => {
        const at = now().getTime();
        const since = after ? new Date(after) : new Date(at - firstMs);
        const [events, steps, deadLetters] = await Promise.all([
          eventsSince(tx, since, most.events),
          stepsSince(tx, since, most.steps),
          letters.countDeadLetters(tx),
        ]);
        return {
          now: new Date(at).toISOString(),
          after: new Date(at - overlapMs).toISOString(),
          events: events.map(shown),
          steps: steps.map((step) => ({ ...step, beganAt: step.beganAt.toISOString() })),
          truncated: events.length === most.events || steps.length === most.steps,
          deadLetters,
        };
      }),
  }),

  defineOperation({
    name: 'read-observed',
    accepts: readObserved,
    handle: ({ trace }, { config: { ZERODO_OBSERVED_URL: url } }) => readFrom(url, trace),
  }),

  defineOperation({
    name: 'list-dead-letters',
    accepts: listDeadLetters,
    handle: ({ all, cursor }, { transaction }) =>
      transaction(async (tx) => {
        const asked = { all: all === 'true', limit: most.letters, cursor };
        const page = await letters.listDeadLetters(tx, asked);
        return { items: page.letters.map(shownLetter), nextCursor: page.nextCursor };
      }),
  }),
];

const shown = ({ source, time, traceparent, ...event }: PassingEvent): FlowEvent => ({
  ...event,
  function: source.slice(source.lastIndexOf('/') + 1),
  time: time.toISOString(),
  traceId: traceIdOf(traceparent),
  topics: topicsOf(event.type),
});

function shownLetter(letter: letters.DeadLetter): DeadLetter {
  const { id = '', type = '', traceparent } = letter.attributes;
  const { status, words } = letters.explained(letter.reason);
  return {
    id: letter.id,
    subscription: letter.subscription,
    function: letters.functionOf(letter),
    eventId: id,
    type,
    traceId: traceIdOf(traceparent),
    failedAt: letter.failedAt.toISOString(),
    resentAt: letter.replayedAt?.toISOString() ?? null,
    status,
    reason: words,
  };
}
