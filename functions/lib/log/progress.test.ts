import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Progress } from './progress.ts';

describe('Progress', () => {
  it('moves over what is done and stops at what is not', () => {
    const progress = new Progress();
    const [one, two, three] = [progress.begin(1), progress.begin(2), progress.begin(5)];

    two();
    expect(progress.lowest(9)).toBe(1);
    one();
    expect(progress.lowest(9)).toBe(5);
    three();
    expect([progress.lowest(9), progress.size]).toEqual([9, 0]);
  });

  it('waits for both when one position was taken twice', () => {
    const progress = new Progress();
    const [first, second] = [progress.begin(1), progress.begin(1)];

    first();
    expect(progress.lowest(2)).toBe(1);
    second();
    expect(progress.lowest(2)).toBe(2);
  });

  it('never passes what is not done, whatever the order', () => {
    const places = fc.integer({ min: 1, max: 3_000 });
    const holds = fc.property(places, fc.infiniteStream(fc.nat()), (count, random) => {
      const progress = new Progress();
      const waiting = Array.from({ length: count }, (_, at) => ({ at, finish: progress.begin(at) }));
      for (let steps = 0; waiting.length > 0 && steps < 200; steps++) {
        const [chosen] = waiting.splice(random.next().value! % waiting.length, 1);
        chosen!.finish();
        expect(progress.lowest(count)).toBe(waiting[0]?.at ?? count);
      }
    });
    expect(() => fc.assert(holds, { numRuns: 30 })).not.toThrow();
  });
});
