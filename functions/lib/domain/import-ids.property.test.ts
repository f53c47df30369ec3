import fc from 'fast-check';
import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { inOrder } from './export-order.ts';
import { successorId } from './ids.ts';
import { importedIds } from './import-ids.ts';

type Exported = { id: number; follows: number | 'series' | null; series: number | null };

/** Chains of occurrences, made at a few moments, so that many are made at the same one. */
const account = fc.array(
  fc.record({
    series: fc.boolean(),
    ofSeries: fc.boolean(),
    moments: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 6 }),
  }),
  { maxLength: 12 },
);

describe('what follows what', () => {
  it('is in the same order after an import, whatever was made at the same moment', () => {
    fc.assert(
      fc.property(account, (chains) => {
        const tasks = chains.flatMap(({ series, ofSeries, moments }) => {
          const seriesId = series ? v7() : null;
          let id = seriesId && ofSeries ? successorId(seriesId) : v7();
          return moments.toSorted().map((moment, index) => {
            if (index > 0) id = seriesId ? successorId(id) : v7();
            return { id, seriesId, createdAt: new Date(moment) };
          });
        });

        const series = [...new Set(tasks.flatMap(({ seriesId }) => seriesId ?? []))];
        const first = written(inOrder(tasks, series), series);
        const again = imported(first, series.length);
        const second = written(inOrder(again.tasks, again.series), again.series);

        expect(second.map(({ follows, at }) => [follows, at])).toEqual(
          first.map(({ follows, at }) => [follows, at]),
        );
      }),
    );
  });

  it('is nobody where two claim it, and nothing where it would be itself', () => {
    const task = (id: number, follows: number | 'series' | null): Exported => ({ id, follows, series: 1 });
    const { tasks, series } = importedIds(
      [{ id: 1 }],
      [task(1, 'series'), task(2, 1), task(3, 1), task(4, 5), task(5, 4), task(6, 6), task(7, 99)],
      v7,
    );

    expect(tasks.get(1)).toBe(successorId(series.get(1)!));
    expect(tasks.get(2)).toBe(successorId(tasks.get(1)!));
    expect(new Set(tasks.values()).size).toBe(7);
  });

  it('is found through a series of a hundred thousand occurrences', () => {
    const tasks = Array.from(
      { length: 100_000 },
      (_, index): Exported => ({
        ...{ id: index + 1, series: 1, follows: index === 0 ? null : index },
      }),
    );
    const { tasks: ids } = importedIds([{ id: 1 }], tasks.toReversed(), v7);

    expect(ids.get(100_000)).toBe(successorId(ids.get(99_999)!));
  });
});

type Written = Exported & { at: number };
type Stored = { id: string; seriesId: string | null; createdAt: Date };

function written(ordered: ReturnType<typeof inOrder<Stored>>, series: string[]): Written[] {
  const numbers = new Map(ordered.map(({ task }, index) => [task.id, index + 1]));
  return ordered.map(({ task, follows }, index) => ({
    id: index + 1,
    follows: follows === 'series' || follows === null ? follows : numbers.get(follows)!,
    series: task.seriesId ? series.indexOf(task.seriesId) + 1 : null,
    at: task.createdAt.getTime(),
  }));
}

function imported(document: Written[], howMany: number): { tasks: Stored[]; series: string[] } {
  const all = Array.from({ length: howMany }, (_, index) => ({ id: index + 1 }));
  const { tasks, series } = importedIds(all, document, v7);
  return {
    series: [...series.values()],
    tasks: document.map((one) => ({
      id: tasks.get(one.id)!,
      seriesId: one.series ? series.get(one.series)! : null,
      createdAt: new Date(one.at),
    })),
  };
}
