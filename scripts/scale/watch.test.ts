import { expect, it } from 'vitest';
import { countPods, type Pods } from './pods.ts';
import { betweenTicks, type Cluster, during, untilZero } from './watch.ts';

/** A cluster that shows one state after the other, and then the last for ever; a pause takes no time. */
function cluster(...states: Record<string, number>[]): Cluster & { looks: number } {
  const self = {
    looks: 0,
    pods: async (): Promise<Pods> => {
      const state = states[Math.min(self.looks++, states.length - 1)]!;
      return new Map(Object.entries(state));
    },
    pause: async () => {},
  };
  return self;
}

it('waits until every function has gone, and says how long that took', async () => {
  expect(await untilZero(cluster({ a: 2, warm: 1 }, { a: 1, warm: 1 }, { warm: 1 }), ['a', 'b'])).toBe(4);
});

it('names those that do not go', async () => {
  await expect(untilZero(cluster({ a: 1 }), ['a', 'b'])).rejects.toThrow(
    'a did not come to zero within 300 s without work',
  );
});

it('sees the most there were while something was done', async () => {
  let finish: (what: string) => void = () => {};
  const work = new Promise<string>((resolve) => {
    finish = resolve;
  });
  const watched = cluster({}, { a: 1 }, { a: 3 }, { a: 2 });
  watched.pause = async () => {
    if (watched.looks === 4) finish('done');
  };
  const { result, seen } = await during(watched, ['a', 'b'], work);
  expect([result, seen.most('a'), seen.most('b')]).toEqual(['done', 3, 0]);
});

it('passes on what went wrong while it looked', async () => {
  await expect(during(cluster({}), ['a'], Promise.reject(new Error('no answer')))).rejects.toThrow(
    'no answer',
  );
});

it('is content with functions that wake and sleep, and with those that had no tick', async () => {
  await betweenTicks(cluster({ minute: 1 }, {}, { minute: 1 }, {}), ['minute', 'hour'], ['minute'], 8);
});

it('names functions that never sleep', async () => {
  await expect(
    betweenTicks(cluster({ minute: 1 }, { minute: 1, hour: 1 }), ['minute', 'hour'], ['minute'], 8),
  ).rejects.toThrow('minute did not sleep between two ticks in 8 s');
});

it('names functions that no tick wakes', async () => {
  await expect(betweenTicks(cluster({}), ['minute', 'hour'], ['minute'], 8)).rejects.toThrow(
    'no tick woke minute in 8 s',
  );
});

it('counts the pods of a function that are not on their way out', () => {
  const pod = (name: string, more: object = {}) => ({
    metadata: { name, labels: { 'serving.knative.dev/service': 'a' }, ...more },
  });
  const web = { metadata: { name: 'web', labels: { app: 'web' } } };
  expect([
    ...countPods([pod('1'), pod('2'), pod('3', { deletionTimestamp: '2026-11-22T12:00:00Z' }), web]),
  ]).toEqual([['a', 2]]);
});
