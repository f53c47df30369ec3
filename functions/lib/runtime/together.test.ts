import { Unavailable } from '@zerodo/store/unavailable';
import { describe, expect, it } from 'vitest';
import { together } from './together.ts';

describe('what is done together', () => {
  /** Adds to what notes its runs; each run ends when it is let go. */
  function noting(fails: (items: readonly string[]) => unknown = () => undefined) {
    const runs: string[] = [];
    const going: (() => void)[] = [];
    const add = together<string>(3, async (items) => {
      runs.push(items.join(''));
      await new Promise<void>((resolve) => going.push(resolve));
      const error = fails(items);
      if (error) throw error;
    });
    /** Lets each run end that begins. */
    const letGo = async (): Promise<void> => {
      while (going.length > 0) {
        going.shift()!();
        await new Promise(setImmediate);
      }
    };
    return { add, runs, letGo };
  }

  it('begins at once with the first, and takes what came meanwhile into the next run', async () => {
    const { add, runs, letGo } = noting();

    const all = Promise.all(['a', 'b', 'c'].map(add));
    await letGo();
    await all;

    expect(runs).toEqual(['a', 'bc']);
  });

  it('has no more in a run than it is told', async () => {
    const { add, runs, letGo } = noting();

    const all = Promise.all([...'abcdef'].map(add));
    await letGo();
    await all;

    expect(runs).toEqual(['a', 'bcd', 'ef']);
  });

  it('tries each by itself when several fail, so that only the one that cannot be done fails', async () => {
    const { add, runs, letGo } = noting((items) => items.includes('c') && new Error('not c'));

    const all = Promise.allSettled([...'abcd'].map(add));
    await letGo();

    expect((await all).map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
    expect(runs).toEqual(['a', 'bcd', 'b', 'c', 'd']);
  });

  it('asks once, and not once for each, where nothing can be reached', async () => {
    const { add, runs, letGo } = noting(() => new Unavailable('away'));

    const all = Promise.allSettled([...'abc'].map(add));
    await letGo();

    expect((await all).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(runs).toEqual(['a', 'bc']);
  });

  it('goes on after a failure', async () => {
    const { add, runs, letGo } = noting((items) => items.includes('a') && new Error('not a'));
    const first = expect(add('a')).rejects.toThrow('not a');
    await letGo();
    await first;

    const second = add('b');
    await letGo();
    await second;

    expect(runs).toEqual(['a', 'b']);
  });
});
