import { describe, expect, it } from 'vitest';
import { anAnswer, anEvent, aStep, spawning } from './a-flow.test-data.ts';
import { wayOf } from './chosen-way.ts';
import { choicesIn, fits } from './flow-filter.ts';
import { journeysOf, pathOf, shortType } from './journeys.ts';
import { nothingYet, withAnswer } from './record.ts';

const recorded = (...answers: Parameters<typeof anAnswer>[0][]) =>
  answers.reduce((record, answer) => withAnswer(record, anAnswer(answer)), nothingYet);

describe('journeys', () => {
  it('are what one click has caused, with tries, cold starts and failures', () => {
    const record = recorded({
      events: [anEvent()],
      steps: [
        aStep({ coldMs: 80 }),
        spawning({ outcome: 'unavailable', code: 'temporarily-unavailable' }),
        spawning({ at: 2_000, ms: 7 }),
      ],
    });

    const [journey, ...others] = journeysOf(record);

    expect(others).toEqual([]);
    expect(journey).toMatchObject({
      type: 'dev.zerodo.command.complete-task.v1',
      function: 'task-complete',
      functions: ['task-complete', 'recurrence-spawn'],
      ms: 2_007,
      ...{ cold: 1, retries: 1, failed: 1 },
    });
  });

  it('are told step by step, with the relay’s run between fact and reaction', () => {
    const relay = aStep({
      function: 'outbox-relay',
      type: 'dev.zerodo.tick.v1',
      traceId: 'b',
      at: 12,
      ms: 5,
    });
    const early = aStep({
      function: 'outbox-relay',
      type: 'dev.zerodo.tick.v1',
      traceId: 'c',
      at: -9,
      ms: 5,
    });
    const record = recorded({
      events: [anEvent()],
      steps: [aStep(), spawning(), spawning({ at: 900 }), relay],
    });
    const [journey] = journeysOf(record);

    const path = pathOf(journey!, [early, relay]);

    expect(path.map((station) => [station.kind, station.at])).toEqual([
      ['step', 0],
      ['event', 5],
      ['relay', 12],
      ['step', 40],
      ['step', 900],
    ]);
    expect(path.at(-1)).toMatchObject({ attempt: 2 });
    expect(path[2]).toMatchObject({ step: { id: relay.id } });
  });

  it('leave ticks out that caused nothing, and begin with the fact where its step was left out', () => {
    const tick = aStep({ type: 'dev.knative.sources.ping', traceId: 'tick' });
    expect(journeysOf(recorded({ steps: [tick] }))).toEqual([]);

    const caused = recorded({ events: [anEvent()], steps: [spawning()] });
    expect(journeysOf(caused)[0]).toMatchObject({
      type: 'dev.zerodo.task.completed.v1',
      function: 'task-complete',
    });
  });

  it('are narrowed to a function, a type or trouble', () => {
    const record = recorded({
      events: [anEvent()],
      steps: [
        aStep(),
        spawning(),
        aStep({ traceId: 'other', type: 'x', eventId: 'x', function: 'f', coldMs: 1 }),
      ],
    });
    const journeys = journeysOf(record);
    const count = (filter: string) => journeys.filter((one) => fits(filter, one)).length;

    expect(['', 'cold', 'trouble', 'function f', 'type dev.zerodo.task.completed.v1'].map(count)).toEqual([
      ...[2, 1, 0, 1, 1],
    ]);
    expect(choicesIn(journeys).functions).toEqual(['f', 'recurrence-spawn', 'task-complete']);
  });

  it('light up the boxes and edges that they touched', () => {
    const [journey] = journeysOf(recorded({ events: [anEvent()], steps: [aStep(), spawning()] }));
    const { edges, nodes } = wayOf(journey!);

    expect([...edges]).toEqual(
      expect.arrayContaining([
        'gateway → command task-complete',
        'command task-complete → outbox',
        'relay → topic task-events',
        'topic task-events → reaction recurrence-spawn',
      ]),
    );
    expect(nodes.has('reaction recurrence-spawn')).toBe(true);
  });
});

describe('what is kept of the answers', () => {
  it('counts once what comes twice, and knows what is new', () => {
    const [step, event] = [aStep(), anEvent()];
    const record = recorded(
      { steps: [step], events: [event] },
      { steps: [step, spawning()], events: [event] },
    );

    expect([record.steps.size, record.events.size]).toEqual([2, 1]);
    expect(record.fresh.steps.map((one) => one.function)).toEqual(['recurrence-spawn']);
    expect(record.fresh.events).toEqual([]);
  });

  it('lets go of what is older than a quarter of an hour', () => {
    const record = recorded({ steps: [aStep()], events: [anEvent()] }, { at: 16 * 60_000, deadLetters: 2 });

    expect([record.steps.size, record.events.size, record.deadLetters]).toEqual([0, 0, 2]);
  });
});

it('types are told without what all of them begin and end with', () => {
  expect(['dev.zerodo.command.create-task.v1', 'dev.zerodo.task.created.v1', 'x.y'].map(shortType)).toEqual([
    ...['create-task', 'task.created', 'x.y'],
  ]);
});
