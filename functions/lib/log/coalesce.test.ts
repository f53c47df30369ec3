import { describe, expect, it } from 'vitest';
import { coalesced } from './coalesce.ts';

/** Work whose runs end when the test says so. */
function heldWork() {
  const ends: (() => void)[] = [];
  let [underWay, most] = [0, 0];
  const run = coalesced(async () => {
    most = Math.max(most, ++underWay);
    const number = ends.length + 1;
    await new Promise<void>((resolve) => ends.push(resolve));
    underWay--;
    return number;
  });
  return { run, ends, most: () => most };
}
const settled = () => new Promise(setImmediate);

describe('coalesced', () => {
  it('shares one more run among all who call while one runs', async () => {
    const { run, ends, most } = heldWork();
    const answers = [run(), run(), run()];

    ends[0]!();
    await settled();
    ends[1]!();

    expect(await Promise.all(answers)).toEqual([1, 2, 2]);
    expect(most()).toBe(1);
  });

  it('begins a new run for a call that comes when the shared one has begun', async () => {
    const { run, ends, most } = heldWork();
    const first = run();
    const second = run();
    ends[0]!();
    await first;
    await settled();

    const third = run();
    ends[1]!();
    await second;
    await settled();
    ends[2]!();

    expect([await second, await third, most()]).toEqual([2, 3, 1]);
  });

  it('runs at once again when nothing runs any more', async () => {
    const { run, ends } = heldWork();
    const first = run();
    ends[0]!();
    await first;
    await settled();
    const second = run();
    ends[1]!();

    expect(await second).toBe(2);
  });

  it('tells a failure to those whose run it was, and goes on', async () => {
    let runs = 0;
    const run = coalesced(async () => {
      if (++runs === 1) throw new Error('first');
      return runs;
    });
    const [first, second] = [run(), run()];

    await expect(first).rejects.toThrow('first');
    expect(await second).toBe(2);
  });
});
