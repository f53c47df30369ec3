import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LogEvent } from './contract.ts';
import { Deliveries, pauseAfter } from './deliveries.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function deliveries({
  concurrency = 10,
  fails = () => false,
}: {
  concurrency?: number;
  fails?: (id: string) => boolean;
} = {}) {
  const begun: string[] = [];
  const done: string[] = [];
  const ends = new Map<string, () => void>();
  const deliver = async ({ key }: LogEvent) => {
    begun.push(key);
    if (fails(key)) throw new Error('not now');
    await new Promise<void>((resolve) => ends.set(key, resolve));
  };
  const running = new Deliveries(concurrency, { deliver, onRoom: () => {}, onError: () => {} });
  const add = (key: string, lane: string, wanted = () => true) => {
    const event: LogEvent = { key, topic: 'test', position: '1', attributes: { id: key }, data: '' };
    running.add({ event, lane, wanted, done: () => done.push(key) });
  };
  const end = async (key: string) => {
    ends.get(key)!();
    await vi.advanceTimersByTimeAsync(0);
  };
  return { running, begun, done, add, end };
}

describe('Deliveries', () => {
  it('delivers one after the other within a lane, and lanes side by side', async () => {
    const { begun, add, end } = deliveries();
    add('a1', 'a');
    add('a2', 'a');
    add('b1', 'b');

    expect(begun).toEqual(['a1', 'b1']);
    await end('a1');
    expect(begun).toEqual(['a1', 'b1', 'a2']);
  });

  it('keeps to its concurrency and takes lanes in turn', async () => {
    const { begun, add, end } = deliveries({ concurrency: 1 });
    for (const key of ['a1', 'b1', 'c1']) add(key, key);

    await end('a1');

    expect(begun).toEqual(['a1', 'b1']);
  });

  it('tries again after a pause that grows, and gives its place to others meanwhile', async () => {
    let broken = true;
    const { begun, done, add, end } = deliveries({ concurrency: 1, fails: (key) => key === 'bad' && broken });
    add('bad', 'a');
    add('good', 'b');
    await vi.advanceTimersByTimeAsync(0);
    expect(begun).toEqual(['bad', 'good']);
    await end('good');

    await vi.advanceTimersByTimeAsync(pauseAfter(1));
    broken = false;
    await vi.advanceTimersByTimeAsync(pauseAfter(2));
    await end('bad');

    expect(begun).toEqual(['bad', 'good', 'bad', 'bad']);
    expect(done).toEqual(['good', 'bad']);
  });

  it('pauses for ten seconds at most', () => {
    expect([1, 2, 3, 20].map(pauseAfter)).toEqual([250, 500, 1_000, 10_000]);
  });

  it('drops what nobody wants any more without calling it done', async () => {
    const { running, begun, done, add } = deliveries();
    add('gone', 'a', () => false);
    await vi.advanceTimersByTimeAsync(0);

    expect([begun, done, running.size]).toEqual([[], [], 0]);
  });

  it('waits for what is under way when it is stopped, and begins nothing more', async () => {
    const { running, begun, done, add, end } = deliveries({ fails: (key) => key === 'bad' });
    add('a1', 'a');
    add('a2', 'a');
    add('bad', 'b');
    await vi.advanceTimersByTimeAsync(0);
    let stopped = false;
    void running.stop().then(() => {
      stopped = true;
    });

    await vi.advanceTimersByTimeAsync(60_000);
    expect(stopped).toBe(false);
    await end('a1');

    expect([stopped, done, begun]).toEqual([true, ['a1'], ['a1', 'bad']]);
  });
});
