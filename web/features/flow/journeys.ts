import type { FlowEvent, FlowStep } from '@zerodo/domain/flow';
import type { FlowRecord } from './record.ts';

/** One line of a journey: a function handled a message, or a fact was announced; `at` is milliseconds since it began. */
export type Station =
  | { kind: 'step'; at: number; step: FlowStep; attempt: number }
  | { kind: 'event'; at: number; event: FlowEvent }
  /** The relay's run that took the event along: the first that ended after it. */
  | { kind: 'relay'; at: number; step: FlowStep };

/** Everything that one click or tick has caused, which is one trace. */
export type Journey = {
  id: string;
  /** Milliseconds since 1970. */
  begunAt: number;
  /** From the first message until the last function was done. */
  ms: number;
  /** The message that it began with. */
  type: string;
  /** Who began it. */
  function: string;
  events: FlowEvent[];
  steps: FlowStep[];
  functions: string[];
  cold: number;
  /** Steps that were another try of the same message at the same function. */
  retries: number;
  failed: number;
};

const troubles = new Set(['unreadable', 'unavailable', 'fault']);
export const isTrouble = ({ outcome }: FlowStep): boolean => troubles.has(outcome);
export const isTick = (type: string): boolean =>
  type === 'dev.zerodo.tick.v1' || type.startsWith('dev.knative.');
const endOf = ({ beganAt, ms }: FlowStep): number => Date.parse(beganAt) + ms;
const messageOf = ({ function: name, eventId }: FlowStep): string => `${name} ${eventId}`;

/** Newest first. A tick that caused nothing is no journey. */
export function journeysOf({ events, steps }: FlowRecord): Journey[] {
  const byTrace = new Map<string, { events: FlowEvent[]; steps: FlowStep[] }>();
  const of = (trace: string) => {
    const known = byTrace.get(trace) ?? { events: [], steps: [] };
    byTrace.set(trace, known);
    return known;
  };
  for (const event of events.values()) of(event.traceId ?? event.id).events.push(event);
  for (const step of steps.values()) of(step.traceId).steps.push(step);
  return [...byTrace]
    .filter(([, found]) => found.events.length > 0 || found.steps.some((step) => !isTick(step.type)))
    .map(([id, found]) => journeyOf(id, found))
    .toSorted((one, other) => other.begunAt - one.begunAt);
}

function journeyOf(id: string, { events, steps }: { events: FlowEvent[]; steps: FlowStep[] }): Journey {
  const sorted = steps.toSorted((one, other) => one.beganAt.localeCompare(other.beganAt));
  const facts = events.toSorted((one, other) => one.time.localeCompare(other.time));
  const [first, fact] = [sorted[0], facts[0]];
  const starts = [first?.beganAt, fact?.time].flatMap((time) => (time ? [Date.parse(time)] : []));
  const begunAt = Math.min(...starts);
  // Where its first step was left out in a burst, the fact says what happened.
  const leads = first && (!fact || Date.parse(first.beganAt) <= Date.parse(fact.time));
  return {
    id,
    begunAt,
    ms: Math.max(0, ...sorted.map((step) => endOf(step) - begunAt)),
    type: leads ? first.type : (fact?.type ?? ''),
    function: leads ? first.function : (fact?.function ?? ''),
    events: facts,
    steps: sorted,
    functions: [...new Set(sorted.map((step) => step.function))],
    cold: sorted.filter(({ coldMs }) => coldMs !== null).length,
    retries: sorted.length - new Set(sorted.map(messageOf)).size,
    failed: sorted.filter(isTrouble).length,
  };
}

/** What happened on the way, in the order of time. `relays` are the relay's runs that are known. */
export function pathOf(journey: Journey, relays: readonly FlowStep[]): Station[] {
  const attempts = new Map<string, number>();
  const stations: Station[] = journey.steps.map((step) => {
    const attempt = (attempts.get(messageOf(step)) ?? 0) + 1;
    attempts.set(messageOf(step), attempt);
    return { kind: 'step', at: Date.parse(step.beganAt) - journey.begunAt, step, attempt };
  });
  const runs = new Set<FlowStep>();
  for (const event of journey.events) {
    const at = Date.parse(event.time);
    stations.push({ kind: 'event', at: at - journey.begunAt, event });
    const run =
      event.numbered || journey.steps.some(({ eventId }) => eventId === event.id)
        ? relays.find((step) => endOf(step) >= at)
        : undefined;
    if (run) runs.add(run);
  }
  for (const step of runs) {
    stations.push({ kind: 'relay', at: Math.max(0, Date.parse(step.beganAt) - journey.begunAt), step });
  }
  const rank = { step: 0, event: 1, relay: 2 };
  return stations.toSorted((one, other) => one.at - other.at || rank[one.kind] - rank[other.kind]);
}

/** Types without what all of them begin and end with. */
export const shortType = (type: string): string =>
  type.replace(/^dev\.zerodo\.(command\.)?/, '').replace(/\.v\d+$/, '');
