import type { FlowEvent, FlowStep } from '@zerodo/domain/flow';
import { isTick, isTrouble } from './journeys.ts';
import { edgeOf, nodeOf } from './layout.ts';
import type { FlowRecord } from './record.ts';

export type Tone = 'flow' | 'cold' | 'trouble';
/** A dot along an edge, `delay` milliseconds from now. */
export type Hop = { edge: string; delay: number; tone: Tone };
/** A box that lights up when a dot has come to it. */
export type Light = { node: string; delay: number; tone: Tone; step: FlowStep | null };

/** How long a dot takes along one edge, in milliseconds: slower than life, so that one can follow it. */
export const hopMs = 480;

/** Where a message has got to in the picture, by the page's own clock. */
type Arrivals = Map<string, number>;
const mostRemembered = 2_000;

/**
 * Plays what an answer has added as a journey: a command goes to its function and its facts into the outbox, the relay
 * takes them to their topics, from where they come to the functions that handled them. What follows begins when what
 * caused it has arrived.
 */
export function choreographer() {
  const arrivals: Arrivals = new Map();
  const inLog = (id: string) => `log ${id}`;
  const at = (key: string, now: number) => Math.max(arrivals.get(key) ?? now, now);

  return ({ fresh, events }: FlowRecord, now: number): { hops: Hop[]; lights: Light[] } => {
    const [hops, lights]: [Hop[], Light[]] = [[], []];
    const hop = (from: string, to: string, when: number, tone: Tone = 'flow') => {
      hops.push({ edge: edgeOf(from, to), delay: when - now, tone });
      return when + hopMs;
    };
    const light = (node: string, when: number, tone: Tone, step: FlowStep | null = null) =>
      lights.push({ node, delay: when - now, tone, step });
    const waiting = new Map(fresh.events.map((event) => [event.id, event]));
    const unplayed = new Set(fresh.steps.toSorted((one, other) => one.beganAt.localeCompare(other.beganAt)));

    const playEvent = (event: FlowEvent) => {
      if (!waiting.delete(event.id)) return;
      const cause = [...unplayed].find(
        (step) => step.eventId === event.causeId && step.function === event.function,
      );
      if (cause) playStep(cause);
      const from = nodeOf.function(
        event.function,
        arrivals.has(`command ${event.causeId}`) ? 'dev.zerodo.command.' : '',
      );
      const written = hop(from, 'outbox', at(event.causeId, now));
      light('outbox', written, 'flow');
      const taken = hop('outbox', 'relay', written);
      light('relay', taken, 'flow');
      for (const topic of event.topics)
        light(nodeOf.topic(topic), hop('relay', nodeOf.topic(topic), taken), 'flow');
      arrivals.set(inLog(event.id), taken + hopMs);
      if (event.topics.includes('task-updates')) {
        light(
          'reaction live-stream',
          hop('topic task-updates', 'reaction live-stream', taken + hopMs),
          'flow',
        );
      }
    };

    const playStep = (step: FlowStep) => {
      if (!unplayed.delete(step)) return;
      const tone: Tone = isTrouble(step) ? 'trouble' : step.coldMs !== null ? 'cold' : 'flow';
      const node = nodeOf.function(step.function, step.type);
      if (step.function === 'outbox-relay') return void light('relay', now, tone, step);
      let arrived: number;
      if (node.startsWith('command ')) {
        arrived = hop('gateway', node, now, tone);
        arrivals.set(`command ${step.eventId}`, arrived);
      } else if (isTick(step.type)) {
        arrived = hop('clock', node, now, tone);
      } else {
        const event = waiting.get(step.eventId);
        if (event) playEvent(event);
        const start = at(inLog(step.eventId), now);
        // Only some of its topics lead there; the picture knows which.
        for (const topic of events.get(step.eventId)?.topics ?? [])
          hop(nodeOf.topic(topic), node, start, tone);
        arrived = start + hopMs;
      }
      light(node, arrived, tone, step);
      arrivals.set(step.eventId, Math.max(arrivals.get(step.eventId) ?? 0, arrived));
    };

    for (const event of fresh.events) playEvent(event);
    for (const step of unplayed) playStep(step);
    for (const key of [...arrivals.keys()].slice(0, Math.max(0, arrivals.size - mostRemembered)))
      arrivals.delete(key);
    return { hops, lights };
  };
}
