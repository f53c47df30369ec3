import type { Flow, FlowEvent, FlowStep } from '@zerodo/domain/flow';

/** What the page knows of the last minutes. `fresh` is what the last answer has added. */
export type FlowRecord = {
  events: ReadonlyMap<string, FlowEvent>;
  steps: ReadonlyMap<number, FlowStep>;
  fresh: { events: FlowEvent[]; steps: FlowStep[] };
  deadLetters: number;
  truncated: boolean;
};

export const nothingYet: FlowRecord = {
  events: new Map(),
  steps: new Map(),
  fresh: { events: [], steps: [] },
  deadLetters: 0,
  truncated: false,
};

/** Older than this it is let go, in milliseconds; and however much comes, no more than so many are kept. */
const keptMs = 15 * 60_000;
const most = { events: 600, steps: 3_000 };

/** Adds an answer; some of it came before, with the same ids. */
export function withAnswer(before: FlowRecord, answer: Flow): FlowRecord {
  const since = Date.parse(answer.now) - keptMs;
  const fresh = {
    events: answer.events.filter(({ id }) => !before.events.has(id)),
    steps: answer.steps.filter(({ id }) => !before.steps.has(id)),
  };
  const events = [...before.events.values(), ...fresh.events].filter(({ time }) => Date.parse(time) > since);
  const steps = [...before.steps.values(), ...fresh.steps].filter(
    ({ beganAt }) => Date.parse(beganAt) > since,
  );
  return {
    events: new Map(events.slice(-most.events).map((event) => [event.id, event])),
    steps: new Map(steps.slice(-most.steps).map((step) => [step.id, step])),
    fresh,
    deadLetters: answer.deadLetters,
    truncated: answer.truncated,
  };
}
