import { describe, expect, it } from 'vitest';
import { anAnswer, anEvent, aStep, spawning } from './a-flow.test-data.ts';
import { choreographer, hopMs } from './choreography.ts';
import { nothingYet, withAnswer } from './record.ts';

describe('what moves in the picture', () => {
  it('goes from the gateway to a function, through outbox and relay to a topic and on to a reaction', () => {
    const play = choreographer();
    const answer = anAnswer({ events: [anEvent()], steps: [aStep(), spawning({ coldMs: 60 })] });

    const { hops, lights } = play(withAnswer(nothingYet, answer), 0);

    const when = (edge: string) => hops.find((hop) => hop.edge === edge)?.delay;
    expect(when('gateway → command task-complete')).toBe(0);
    expect(when('command task-complete → outbox')).toBe(hopMs);
    expect(when('outbox → relay')).toBe(2 * hopMs);
    expect(when('relay → topic task-events')).toBe(3 * hopMs);
    expect(when('topic task-events → reaction recurrence-spawn')).toBe(4 * hopMs);
    expect(lights.find(({ node }) => node === 'reaction recurrence-spawn')).toMatchObject({
      delay: 5 * hopMs,
      tone: 'cold',
      step: { function: 'recurrence-spawn' },
    });
  });

  it('goes on where it was when the rest comes with a later answer', () => {
    const play = choreographer();
    const first = withAnswer(nothingYet, anAnswer({ events: [anEvent()], steps: [aStep()] }));
    play(first, 0);
    const second = withAnswer(
      first,
      anAnswer({ steps: [spawning({ outcome: 'fault', code: 'internal-error' })] }),
    );

    const { hops, lights } = play(second, 1_000);

    expect(hops.map(({ edge, delay, tone }) => [edge, delay, tone])).toContainEqual([
      'topic task-events → reaction recurrence-spawn',
      4 * hopMs - 1_000,
      'trouble',
    ]);
    expect(lights).toHaveLength(1);

    const third = withAnswer(second, anAnswer({ steps: [spawning({ at: 9_000 })] }));
    expect(play(third, 10_000).hops[0]).toMatchObject({ delay: 0, tone: 'flow' });
  });

  it('lets a reaction announce something that waits for it', () => {
    const play = choreographer();
    const created = anEvent({ id: 'next', causeId: 'event', function: 'recurrence-spawn', at: 45 });
    const record = withAnswer(
      nothingYet,
      anAnswer({ events: [anEvent(), created], steps: [aStep(), spawning()] }),
    );

    const { hops } = play(record, 0);

    expect(hops.find(({ edge }) => edge === 'reaction recurrence-spawn → outbox')?.delay).toBe(5 * hopMs);
  });

  it('wakes ticks by the clock', () => {
    const record = withAnswer(
      nothingYet,
      anAnswer({ steps: [aStep({ function: 'reminder-due', type: 'dev.knative.sources.ping' })] }),
    );
    expect(choreographer()(record, 0).hops).toMatchObject([{ edge: 'clock → reaction reminder-due' }]);
  });
});
